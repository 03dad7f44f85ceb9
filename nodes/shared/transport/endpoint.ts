import type { IHttpRequestMethods } from 'n8n-workflow';

/** A method of the official SDK's Client: the source of every request and answer type. */
export type SdkMethod = (payload?: never) => Promise<unknown>;

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

/** A request to an endpoint, typed by the SDK's method for it; `url` is a template with `:name` segments. */
export type LarkRequest<Method extends SdkMethod> = {
	method: IHttpRequestMethods;
	url: string;
} & Part<Payload<Method>, 'path', 'path'> &
	Part<Payload<Method>, 'params', 'query'> &
	Part<Payload<Method>, 'data', 'body'>;

/** The `data` of an endpoint's answer, typed by the SDK's method for it. */
export type LarkData<Method extends SdkMethod> =
	Awaited<ReturnType<Method>> extends { data?: infer Data } ? NonNullable<Data> : never;

/** One record of an endpoint that answers with a page of `items`. */
export type LarkListItem<Method extends SdkMethod> =
	LarkData<Method> extends { items?: Array<infer Item> } ? Item : never;

/**
 * Fills the `:name` segments of a URL template.
 *
 * @throws when a segment has no value
 */
export function fillPath(template: string, values: Record<string, string | undefined>): string {
	return template.replace(/(?<=\/):(\w+)/g, (_segment, name: string) => {
		const value = values[name];
		if (!value) throw new Error(`The request to ${template} needs a ${name}`);
		return encodeURIComponent(value);
	});
}
