import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Interface, interfaceIn } from "../lib/interface/i18n.ts";

/** The interface's language, for every component below. English where nobody provides one. */
export const InterfaceContext = createContext<Interface>(interfaceIn("en"));

export const useInterface = (): Interface => useContext(InterfaceContext);
