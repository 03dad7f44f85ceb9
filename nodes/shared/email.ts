import { invisibleIn } from './invisible';

/** Whether a text has the form of an email address: a name, and a host with a dot in it, all of it to be seen. */
export const isEmail = (text: string): boolean =>
	/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) && invisibleIn(text) === undefined;
