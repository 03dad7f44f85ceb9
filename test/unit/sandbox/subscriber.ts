import { checkEvent, documentedEvents } from '../../../sandbox/events/documented-event';
import type { App } from '../../../sandbox';
import { receive } from './delivery-receiver';
import type { SandboxSetup } from './support';

export interface PushedEvent {
	type: string;
	event: Record<string, unknown>;
}

interface Envelope {
	challenge?: string;
	header?: { event_type: string };
	event: Record<string, unknown> & { type?: string };
}

/**
 * A request URL of an app without an Encrypt Key.
 *
 * @returns a function that gives what has been pushed since its last call, once there is at least one event and none
 *   is on its way; every event has been compared with the contract
 */
export async function subscriber(b: SandboxSetup, app: App = b.sandbox.app) {
	const pushed: PushedEvent[] = [];
	const { url } = await receive(({ body }) => {
		const { challenge, header, event } = JSON.parse(body) as Envelope;
		if (challenge) return { body: JSON.stringify({ challenge }) };
		// The oldest envelope adds these three to the fields of the event.
		const { type: oldType, app_id: _app, tenant_key: _tenant, ...old } = event;
		const type = header?.event_type ?? oldType ?? '';
		const fields = header ? event : old;
		checkEvent(documentedEvents.find((known) => known.type === type)!, fields);
		pushed.push({ type, event });
		return {};
	});
	await b.sandbox.subscribe(app.appId, url);
	return async (): Promise<PushedEvent[]> => {
		const deadline = Date.now() + 4_000;
		while (pushed.length === 0 && Date.now() < deadline) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
		return pushed.splice(0);
	};
}

export const typesOf = (events: PushedEvent[]) => events.map(({ type }) => type).sort();

/** Calls the control API. */
export async function control<T = Record<string, unknown>>(
	b: SandboxSetup,
	method: string,
	path: string,
	body?: object,
): Promise<T & { error?: string }> {
	const response = await fetch(`${b.sandbox.url}/sandbox/${path}`, {
		method,
		headers: { 'Content-Type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	const answer = (await response.json()) as T & { error?: string };
	if (response.ok === (answer.error !== undefined)) throw new Error(`HTTP ${response.status}`);
	return answer;
}
