import type { IHttpRequestMethods } from 'n8n-workflow';

import { InputError } from '../inputError';
import type { ActAs } from './actAs';
import { withoutEndSlashes } from './hosts';

/** A method of the official SDK's Client: the source of every request and response type. */
export type SdkMethod = (payload?: never) => Promise<unknown>;

/** How often something may happen: each number holds for any stretch of time of its length. */
export interface Rate {
	perSecond?: number;
	perMinute?: number;
}

/** A limit beside that of the endpoint: for each receiver, message or the like. */
export interface TargetLimit {
	/** Endpoints with the same kind count together. */
	kind: string;
	/** The field of the body that names the target. */
	field?: string;
	/** The segment of the path that names the target, without its colon. */
	segment?: string;
	perSecond: number;
}

/**
 * What Lark makes of a request that arrives twice: the same as of one (`always`), a second effect
 * (`never`), or nothing more when it carries a uuid, in the body or in the query.
 */
export type Repeat = 'always' | 'never' | 'body.uuid' | 'query.uuid';

/** What is known about an endpoint beside its method and path. */
export interface EndpointFacts {
	/** Who may call it. */
	tokens: readonly ActAs[];
	/** The scopes of which the app needs one. */
	scopes: readonly string[];
	/** The page of the documentation. */
	doc: string;
	/** By default `never` for POST and PATCH, and `always` for methods that state what is to be. */
	repeat?: Repeat;
	/** By default what nearly all APIs allow. */
	rate?: Rate;
	limit?: TargetLimit;
}

/** An endpoint of Lark's API, typed by the SDK's method for it. */
export interface Endpoint<Method extends SdkMethod = SdkMethod> extends Readonly<EndpointFacts> {
	readonly method: IHttpRequestMethods;
	/** Template with `:name` segments, from /open-apis on. */
	readonly path: string;
	readonly repeat: Repeat;
	readonly rate: Rate;
	/** Never there: it carries the type. */
	readonly sdkMethod?: Method;
}

/** The tier of nearly all APIs for messages, chats and contacts, and of those that name none. */
const USUAL_RATE: Rate = { perSecond: 50, perMinute: 1000 };

const REPEATS_BY_METHOD: Partial<Record<IHttpRequestMethods, Repeat>> = {
	POST: 'never',
	PATCH: 'never',
};

/**
 * Makes the value by which an endpoint is called, paced, repeated and documented.
 *
 * @param path a template with `:name` segments
 * @see api-call-guide, "Frequency control", for the rates; the page of the endpoint for the rest
 */
export const endpoint = <Method extends SdkMethod = SdkMethod>(
	method: IHttpRequestMethods,
	path: string,
	facts: EndpointFacts,
): Endpoint<Method> => ({
	method,
	path,
	repeat: REPEATS_BY_METHOD[method] ?? 'always',
	rate: USUAL_RATE,
	...facts,
});

/** Five messages a second for each chat or person (im-v1/message/create, "Rate limit"). */
export const perReceiver: TargetLimit = { kind: 'receiver', field: 'receive_id', perSecond: 5 };

/** Five requests a second for each message. Lark counts by chat, which these requests do not name. */
export const perMessage = (kind: string): TargetLimit => ({
	kind,
	segment: 'message_id',
	perSecond: 5,
});

/** The SDK's first argument: `path`, `params` (the query) and `data` (the body), as far as the endpoint has them. */
type Payload<Method extends SdkMethod> = Method extends (payload?: infer P) => Promise<unknown>
	? NonNullable<P>
	: never;

/** Takes part `From` of the payload under the name `To`; optional stays optional. */
type Part<P, From extends PropertyKey, To extends PropertyKey> = From extends keyof P
	? undefined extends P[From]
		? { [K in To]?: P[From] }
		: { [K in To]: P[From] }
	: unknown;

/** What a call of an endpoint is given: the values of its path, its query and its body. */
export type LarkRequest<Method extends SdkMethod> = Part<Payload<Method>, 'path', 'path'> &
	Part<Payload<Method>, 'params', 'query'> &
	Part<Payload<Method>, 'data', 'body'> & {
		/** What makes the call the same when it is sent again: put where the endpoint takes its uuid. */
		uuid?: string;
	};

/** The `data` of an endpoint's response, typed by the SDK's method for it. */
export type LarkData<Method extends SdkMethod> =
	Awaited<ReturnType<Method>> extends { data?: infer Data } ? NonNullable<Data> : never;

/** One record of an endpoint that gives a page of `items`. */
export type LarkListItem<Method extends SdkMethod> =
	LarkData<Method> extends { items?: Array<infer Item> } ? Item : never;

const segmentsOf = (path: string) => withoutEndSlashes(path).split('/');

/**
 * Reads the `:name` segments of a path; the opposite of `fillPath`.
 *
 * @returns their values as they stand there; undefined for the path of another endpoint
 */
export function valuesInPath(template: string, path: string): Record<string, string> | undefined {
	const [names, given] = [segmentsOf(template), segmentsOf(path)];
	const fits =
		names.length === given.length &&
		names.every((name, place) => name.startsWith(':') || name === given[place]);
	if (!fits) return undefined;
	const values = names.map((name, place) => [name.slice(1), given[place]] as const);
	return Object.fromEntries(values.filter((_value, place) => names[place].startsWith(':')));
}

/** What stands for a folder in a path, which no encoding changes, and what is no text. */
const isNoSegment = (value: string): boolean => /^\.{1,2}$|\p{Surrogate}/u.test(value);

/**
 * Fills the `:name` segments of an endpoint's path.
 *
 * @throws when a segment has no value; InputError for one that would lead to another endpoint
 * @see https://url.spec.whatwg.org/#path-state: ".." takes the segment before it away, and so does "%2e%2e"
 */
export function fillPath(template: string, values: Record<string, string | undefined>): string {
	return template.replace(/(?<=\/):(\w+)/g, (_segment, name: string) => {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (!value) throw new Error(`The request to ${template} needs a ${name}`);
		if (isNoSegment(value)) {
			throw new InputError(
				`The ${name} cannot be "${value}"`,
				'Take the ID from the output of the step that has made or found it.',
			);
		}
		return encodeURIComponent(value);
	});
}
