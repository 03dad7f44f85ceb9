import { endpointById } from '../contract/contract';
import type { Handler, HandlerTable } from './handler';

/**
 * Joins the handlers of all services.
 *
 * @throws Error for an id that has two handlers or is not in the contract, and for a handler that takes a caller
 *   where the contract has no token, or the other way round
 */
export function register(tables: HandlerTable[]): Map<string, Handler> {
	const handlers = new Map<string, Handler>();
	for (const [id, handler] of tables.flatMap((table) => Object.entries(table))) {
		if (handlers.has(id)) throw new Error(`Two handlers serve ${id}`);
		assertFits(id, handler);
		handlers.set(id, handler);
	}
	return handlers;
}

function assertFits(id: string, { takes }: Handler): void {
	const { tokens } = endpointById(id);
	if (takes === 'call' && tokens.length === 0) throw new Error(`${id} takes no token`);
	if (takes === 'open call' && tokens.length > 0) throw new Error(`${id} takes a token`);
}
