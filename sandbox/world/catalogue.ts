import { endpoints } from '../contract/contract';
import contract from '../contract/events.json';
import { FURTHER_SCOPES } from './scopes';

/** All scopes that Lark has for messaging and for apps. */
export const SCOPES = [
	...new Set([
		...endpoints.flatMap(({ scopes }) => scopes),
		...contract.flatMap(({ scopes }) => scopes),
		...FURTHER_SCOPES,
	]),
].sort();

/** The types of all events and callbacks. */
export const EVENTS = contract.map(({ type }) => type);

/** Those that Lark waits for a response to. */
export const CALLBACKS = contract.filter(({ kind }) => kind === 'callback').map(({ type }) => type);
