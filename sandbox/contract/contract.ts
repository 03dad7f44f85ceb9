import applicationEndpoints from './endpoints-application.json';
import endpointList from './endpoints.json';
import genericErrors from './errors.json';

/** One field of a request or of a response, as the documentation's tables describe it. */
export interface Field {
	name: string;
	type: string;
	required?: boolean;
	effectivelyRequired?: boolean;
	enum?: string[];
	default?: unknown;
	min?: number;
	max?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	pattern?: string;
	children?: Field[];
	/** Takes more than its children: a card of any form. */
	open?: boolean;
}

export interface ContractError {
	code: number;
	httpStatus: number | null;
	message_en: string | null;
}

export type TokenKind = 'tenant' | 'user' | 'app';

/** One API of the Open Platform: everything the sandbox checks before a handler runs. */
export interface Endpoint {
	id: string;
	method: string;
	path: string;
	tokens: TokenKind[];
	scopes: string[];
	scopesMode: string;
	rateLimit: { perMinute?: number; perSecond?: number } | null;
	contentType?: string;
	responseType?: string;
	pathParams: Field[];
	query: Field[];
	body: Field[];
	response: Field[];
	errors: ContractError[];
}

export const endpoints = [...endpointList, ...applicationEndpoints] as unknown as Endpoint[];

const generic = genericErrors as Record<string, Omit<ContractError, 'code'>>;

export interface Route {
	endpoint: Endpoint;
	pathParams: Record<string, string>;
}

/**
 * Finds the API of a method and a path. A literal path wins over one with parameters, as `/chats/search` does
 * over `/chats/:chat_id`. A slash at the end makes no difference, but where it leaves a parameter empty: `/chats/`
 * is `/chats/:chat_id` without its value.
 *
 * @returns undefined for a method or path that Lark does not have
 */
export function findRoute(method: string, path: string): Route | undefined {
	const parts = segments(path);
	const own = endpoints.filter((endpoint) => endpoint.method === method);
	if (path.endsWith('/') && own.some((endpoint) => matchPath(endpoint, [...parts, 'empty']))) {
		return undefined;
	}
	return own
		.map((endpoint) => ({ endpoint, pathParams: matchPath(endpoint, parts) }))
		.filter((route): route is Route => route.pathParams !== undefined)
		.sort((a, b) => parameterCount(a) - parameterCount(b))[0];
}

/** @throws Error when the contract has no such id, which is a mistake in the sandbox itself */
export function endpointById(id: string): Endpoint {
	const endpoint = endpoints.find((candidate) => candidate.id === id);
	if (!endpoint) throw new Error(`The contract has no endpoint ${id}`);
	return endpoint;
}

/**
 * Looks a code up in the endpoint's own table, then among the platform's generic codes.
 *
 * @throws Error when neither documents the code, so that no handler can invent one
 */
export function describeError(endpoint: Endpoint | undefined, code: number) {
	const found = endpoint?.errors.find((error) => error.code === code) ?? generic[String(code)];
	if (!found) throw new Error(`${endpoint?.id ?? 'The platform'} does not document code ${code}`);
	return { httpStatus: found.httpStatus ?? 400, message: found.message_en ?? '' };
}

/** @returns the first of these codes that the endpoint's error table has */
export function firstDocumented(endpoint: Endpoint, codes: number[]): number | undefined {
	return codes.find((code) => endpoint.errors.some((error) => error.code === code));
}

/** The parts of a path, without the empty one after a slash at the end. */
function segments(path: string): string[] {
	return (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
}

function matchPath(endpoint: Endpoint, parts: string[]): Record<string, string> | undefined {
	const pattern = segments(endpoint.path);
	if (pattern.length !== parts.length) return undefined;
	const values: Record<string, string> = {};
	for (const [i, segment] of pattern.entries()) {
		if (segment.startsWith(':') && parts[i] !== '') values[segment.slice(1)] = decode(parts[i]);
		else if (segment !== parts[i]) return undefined;
	}
	return values;
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

function parameterCount({ endpoint }: Route): number {
	return endpoint.path.split(':').length;
}
