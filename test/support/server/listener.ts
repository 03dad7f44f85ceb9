import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';

import { v2Envelope } from '../../../sandbox/events/envelope';
import type { CredentialReference, SavedWorkflow } from '../../../harness/n8n-server';
import type { Sandbox } from '../lark';
import { waitFor, type TestSetup } from '.';

export const TRIGGER = 'Lark Long Connection Trigger';

/**
 * Saves a workflow with a Lark Long Connection Trigger. It is not published.
 *
 * @param rest the nodes behind it, one after the other
 */
export async function saveListener(
	setup: Pick<TestSetup, 'saveWorkflow' | 'larkApi'>,
	larkApi: CredentialReference = setup.larkApi,
	parameters: INodeParameters = {},
	rest: Array<Omit<INode, 'id'>> = [],
): Promise<SavedWorkflow> {
	const trigger = {
		id: randomUUID(),
		name: TRIGGER,
		type: 'n8n-nodes-lark-im.larkLongConnectionTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
		credentials: { larkApi },
	};
	const nodes = [trigger, ...rest.map((node) => ({ ...node, id: randomUUID() }))];
	const connections: IConnections = Object.fromEntries(
		rest.map(({ name }, index) => [
			nodes[index].name,
			{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
		]),
	);
	return await setup.saveWorkflow({ name: 'Listener', nodes, connections });
}

/** A received message as Lark sends it over the wire, with a new event ID for every call. */
export function messageEnvelope({ app, world }: Sandbox, messageId: string): string {
	const event = {
		sender: { sender_id: { open_id: 'ou_1' }, sender_type: 'user' },
		message: {
			message_id: messageId,
			chat_id: 'oc_1',
			chat_type: 'p2p',
			message_type: 'text',
			create_time: String(world.now()),
			content: JSON.stringify({ text: messageId }),
		},
	};
	return JSON.stringify(v2Envelope('im.message.receive_v1', event, app, world));
}

/** Waits until the app has so many connections. */
export async function connections({ hub, app }: Sandbox, count: number): Promise<void> {
	await waitFor(`${count} connections`, () => hub.of(app.appId).length === count || undefined);
}
