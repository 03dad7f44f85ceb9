import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { INodeParameters } from 'n8n-workflow';

import type { N8n } from '../../harness/n8n-server';
import { launch, openSetup, type TestSetup } from '../support/server';
import { messageEvent } from '../support/events';
import { publishTrigger } from '../support/server/published-trigger';

const START = 'Start';

const triggerSecrets = {
	encryptKey: `key of ${randomUUID()}`,
	verificationToken: `token of ${randomUUID()}`,
};

describe('the log of n8n at its most talkative', () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch({ N8N_LOG_LEVEL: 'debug' });
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 180_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	/** Runs the Lark node once; what fails is a part of the result. */
	async function run(parameters: INodeParameters, type = 'larkApi', credential = setup.larkApi) {
		const node = {
			id: 'lark',
			name: 'Lark',
			type: 'n8n-nodes-lark-im.lark',
			typeVersion: 1,
			position: [200, 0] as [number, number],
			parameters,
			credentials: { [type]: credential },
		};
		const start = {
			id: 'start',
			name: START,
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		};
		const { id } = await setup.saveWorkflow({
			name: `Debug ${randomUUID()}`,
			nodes: [start, node],
			connections: { [START]: { main: [[{ node: 'Lark', type: 'main', index: 0 }]] } },
		});
		return await setup.client.runWorkflow(id, START);
	}

	it('has no secret, and neither has an execution, though Lark repeats what it is sent', async () => {
		const { sandbox } = setup;
		const tokens = new Set<string>();
		const heal = sandbox.intercept(({ path, headers, body }) => {
			const { authorization } = headers as { authorization?: string };
			if (authorization) tokens.add(authorization.replace('Bearer ', ''));
			return path.includes('tenant_access_token')
				? undefined
				: {
						status: 400,
						body: { code: 1, msg: `refused: ${authorization} ${path} ${JSON.stringify(body)}` },
					};
		});
		const results = [
			await run({ resource: 'apiRequest', operation: 'request', path: '/open-apis/im/v1/chats' }),
			await run({ resource: 'app', operation: 'checkSetup' }),
			await run({ resource: 'app', operation: 'setUp', dryRun: false }),
		];
		const groupBot = await setup.client.createCredential({
			name: `Group bot ${randomUUID()}`,
			type: 'larkGroupBotApi',
			data: setup.groupBotCredential,
		});
		const sending = { authentication: 'groupBot', resource: 'message', operation: 'send' };
		results.push(await run({ ...sending, text: 'Hi' }, 'larkGroupBotApi', groupBot));
		heal();

		const trigger = await publishTrigger(setup, triggerSecrets);
		const event = messageEvent(triggerSecrets.verificationToken);
		await trigger.accepts(trigger.push(event));
		const forged = { ...trigger.subscription, encryptKey: 'another key' };
		await trigger.send(trigger.push(event, { as: forged }));

		const refused = sandbox.intercept(({ path, body }) =>
			path.includes('tenant_access_token')
				? { status: 400, body: { code: 10014, msg: `no: ${JSON.stringify(body)}` } }
				: undefined,
		);
		const wrong = await setup.client.createCredential({
			name: `Lark ${randomUUID()}`,
			type: 'larkApi',
			data: setup.credential,
		});
		results.push(await run({ resource: 'bot', operation: 'getInfo' }, 'larkApi', wrong));
		refused();

		const { webhookUrl, signingSecret } = setup.groupBotCredential;
		const secrets = [
			...tokens,
			sandbox.app.appSecret,
			...Object.values(triggerSecrets),
			String(webhookUrl).split('/').at(-1),
			signingSecret,
		].map(String);
		expect(tokens.size).toBeGreaterThan(0);
		const log = readFileSync(setup.log.file, 'utf8');
		expect(log).toContain('debug');
		expect(results.some(({ status }) => status === 'error')).toBe(true);
		for (const secret of secrets) {
			expect(secret.length).toBeGreaterThan(7);
			expect(log.includes(secret)).toBe(false);
			expect(JSON.stringify(results).includes(secret)).toBe(false);
		}
	});
});
