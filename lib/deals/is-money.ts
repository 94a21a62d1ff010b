/** Whether `unit` is a currency. Apart from the schemas: a popup writes figures before it has evaluated those. */
export const isMoney = (unit: string): boolean =>
  unit.length === 3 && isCapital(unit.charCodeAt(0)) && isCapital(unit.charCodeAt(1)) && isCapital(unit.charCodeAt(2));

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
