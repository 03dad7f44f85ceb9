import type { ValidateFunction } from 'ajv';

import type { Field } from '../contract/contract';
import contract from '../contract/events.json';
import { compileJson, violations } from '../contract/schema';
import type { App } from '../world/types';
import type { World } from '../world/world';
import { v1Envelope, v2Envelope } from './envelope';

/** An event or callback as its documentation describes it. */
export interface DocumentedEvent {
	type: string;
	kind: string;
	/** `1.0` or `2.0`: how it is wrapped. */
	schema: string;
	scopes: string[];
	/** The fields of `event`. */
	event: Field[];
	/** The whole push. */
	example: { event: object; [field: string]: unknown };
}

/** All 17 events of messaging, and the 2 callbacks. */
export const documentedEvents: DocumentedEvent[] = contract;

const validators = new Map<string, ValidateFunction>();

/**
 * Makes the push of any documented event.
 *
 * @param event by default the documented example
 * @throws Error when the contract does not have the event, or a field of it
 */
export function documentedEvent(
	eventType: string,
	event: object | undefined,
	app: App,
	world: World,
): object {
	const known = documentedEvents.find(({ type }) => type === eventType);
	if (!known) throw new Error(`There is no event ${eventType}`);
	const given = event ?? known.example.event;
	checkEvent(known, given);
	const wrap = known.schema === '1.0' ? v1Envelope : v2Envelope;
	return wrap(eventType, given, app, world);
}

/** @throws Error that names the first field that is wrong */
export function checkEvent({ type, event: fields }: DocumentedEvent, event: object): void {
	const validate = validators.get(type) ?? compileJson(fields);
	validators.set(type, validate);
	const [wrong] = violations(validate, event);
	if (wrong) throw new Error(`${type}: ${wrong.description}`);
}

/** @returns the token of a link preview that a push asks for */
export function previewTokenIn(push: object): string | undefined {
	const { event } = push as { event?: { context?: { preview_token?: string } } };
	return event?.context?.preview_token;
}
