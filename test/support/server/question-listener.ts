import { randomUUID } from 'node:crypto';

import type { TestSetup } from '.';

const NAME = 'Lark Trigger';

/** Publishes a Lark Trigger that is set to messages alone, through which the answers to questions come. */
export async function publishQuestionListener(setup: TestSetup): Promise<void> {
	const { client, sandbox, larkApi } = setup;
	const trigger = {
		id: randomUUID(),
		webhookId: randomUUID(),
		name: NAME,
		type: 'n8n-nodes-lark-im.larkTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { events: ['im.message.receive_v1'] },
		credentials: { larkApi },
	};
	const workflow = await setup.saveWorkflow({
		name: 'Listener of questions',
		nodes: [trigger],
		connections: {},
	});
	await client.publish(workflow);
	await sandbox.subscribe(sandbox.app.appId, client.webhookUrl(workflow, NAME));
}
