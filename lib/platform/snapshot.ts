/**
 * The dataset that ships in the package, as text that nobody has checked yet.
 *
 * @throws where the package holds none, or it is no JSON
 */
export async function loadPackagedDataset(): Promise<unknown> {
  const response = await fetch("/dataset.json");
  if (!response.ok) throw new Error(`The package's dataset expected, status ${response.status} came`);
  return response.json();
}
