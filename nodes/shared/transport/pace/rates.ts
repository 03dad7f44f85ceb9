import type { Rate } from '../endpoint';
import type { PreparedRequest } from '../request';

/** A limit, by the name under which requests are counted towards it. */
export interface CountedRate extends Rate {
	/** An API, or a receiver, message or the like. */
	key: string;
}

function targetOf({ endpoint, path, body }: PreparedRequest): CountedRate | undefined {
	const { limit } = endpoint;
	if (!limit) return undefined;
	const { kind, field, segment, perSecond } = limit;
	const place = endpoint.path.split('/').indexOf(`:${segment}`);
	const target = field ? body?.[field] : path.split('/')[place];
	return typeof target === 'string' ? { key: `${kind} ${target}`, perSecond } : undefined;
}

/**
 * Tells which limits a request counts towards.
 *
 * @returns the API's, then that of the receiver, chat or message, if it has one
 * @see api-call-guide, "Frequency control"
 */
export function ratesOf(request: PreparedRequest): CountedRate[] {
	const { method, path, rate } = request.endpoint;
	const target = targetOf(request);
	return [{ key: `${method} ${path}`, ...rate }, ...(target ? [target] : [])];
}
