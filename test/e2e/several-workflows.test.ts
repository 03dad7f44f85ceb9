import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { N8n } from '../../harness/n8n-server';
import { launch, openSetup, type TestSetup } from '../support/server';
import { execute } from '../support/server/database';
import { cardEvent, messageEvent } from '../support/events';
import { request } from '../support/request';
import {
	publishTrigger,
	saveCredential,
	TRIGGER,
	type PublishedTrigger,
} from '../support/server/published-trigger';

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };
const message = () => messageEvent(secrets.verificationToken);

describe('two workflows on one app', () => {
	let server: N8n;
	let setup: TestSetup;
	let one: PublishedTrigger;
	let two: PublishedTrigger;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({}, own.address);
		const larkApi = await saveCredential(setup, secrets);
		one = await publishTrigger(setup, secrets, { larkApi });
		const parameters = {
			events: ['im.message.receive_v1', 'card.action.trigger'],
			toastText: 'From two',
		};
		two = await publishTrigger(setup, secrets, { larkApi, parameters });
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	const counts = async () =>
		await Promise.all(
			[one, two].map(async ({ workflow }) => (await setup.client.executions(workflow.id)).length),
		);
	const send = async (trigger: PublishedTrigger, event: object) =>
		(await trigger.send(trigger.push(event))).status;

	it('both get every event once, whichever URL Lark knows', async () => {
		for (const trigger of [one, two]) {
			const before = await counts();
			const event = message();
			expect(await send(trigger, event)).toBe(200);
			expect(await send(trigger, event)).toBe(200);
			await setup.executionsOf(one.workflow.id, before[0] + 1);
			expect(await counts()).toEqual(before.map((count) => count + 1));
		}
	});

	it('both get every event once after a restart of n8n', async () => {
		await server.restart();
		const before = await counts();
		expect(await send(one, message())).toBe(200);
		expect(await counts()).toEqual(before.map((count) => count + 1));
	}, 120_000);

	it('the workflow that listens for callbacks answers them, also at the URL of the other', async () => {
		const { status, body } = await one.send(one.push(cardEvent(secrets.verificationToken)));
		expect(status).toBe(200);
		expect(JSON.parse(body)).toEqual({ toast: { type: 'info', content: 'From two' } });
	});

	it('an event that one workflow could not store is not acknowledged and later starts each once', async () => {
		const before = await counts();
		const event = message();
		const isTwo = `NEW."workflowId" = '${two.workflow.id}'`;
		await execute(
			server,
			`CREATE TRIGGER full BEFORE INSERT ON execution_entity WHEN ${isTwo} BEGIN SELECT RAISE(FAIL, 'full'); END`,
		);
		expect(await send(one, event)).toBe(503);
		await execute(server, 'DROP TRIGGER full');
		expect(await send(one, event)).toBe(200);
		expect(await counts()).toEqual(before.map((count) => count + 1));
	});

	it('a test run gets the next event, and both workflows get it too', async () => {
		const { client } = setup;
		await client.listen(two.workflow.id, TRIGGER);
		const before = await counts();
		expect(await send(one, message())).toBe(200);
		expect(await counts()).toEqual([before[0] + 1, before[1] + 2]);
		expect(await send(one, message())).toBe(200);
		expect(await counts()).toEqual([before[0] + 2, before[1] + 3]);
	});

	it('an unpublished workflow gets no event and does not affect the other', async () => {
		await setup.client.unpublish(two.workflow.id);
		const before = await counts();
		expect(await send(one, message())).toBe(200);
		expect(await counts()).toEqual([before[0] + 1, before[1]]);
	});
});

describe('workflows of one app, in an n8n whose endpoints have other names', () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch({
			N8N_ENDPOINT_WEBHOOK: 'hooks/live',
			N8N_ENDPOINT_WEBHOOK_TEST: 'hooks/try',
		});
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	it('get what comes to the URL of a test, and a test gets what comes to theirs', async () => {
		const one = await publishTrigger(setup, secrets);
		const two = await publishTrigger(setup, secrets);
		const counts = async () =>
			await Promise.all(
				[one, two].map(async ({ workflow }) => (await setup.client.executions(workflow.id)).length),
			);
		const push = async (endpoint: string) => {
			const url = one.url.replace('/webhook/', `/${endpoint}/`);
			return (await request(url, 'POST', one.push(message()))).status;
		};
		await setup.client.listen(one.workflow.id, TRIGGER);
		expect(await push('hooks/try')).toBe(200);
		expect(await counts()).toEqual([2, 1]);
		await setup.client.listen(two.workflow.id, TRIGGER);
		expect(await push('hooks/live')).toBe(200);
		expect(await counts()).toEqual([3, 3]);
	});
});

describe('a workflow with Forward To', () => {
	let setup: TestSetup;
	let trigger: PublishedTrigger;
	let other: Server;
	let status = 200;
	const received: Array<{ headers: IncomingHttpHeaders; body: string }> = [];

	beforeAll(async () => {
		setup = await openSetup();
		other = createServer((request, response) => {
			void text(request).then((body) => {
				received.push({ headers: request.headers, body });
				response.writeHead(status).end('{}');
			});
		});
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const forwardTo = [`http://127.0.0.1:${port}/webhook/other/webhook`, ''];
		trigger = await publishTrigger(setup, secrets, {
			parameters: { simple: false, webhookOptions: { forwardTo } },
		});
	});
	afterEach(() => {
		received.length = 0;
		status = 200;
	});
	afterAll(async () => {
		other.close();
		await setup.close();
	});

	it('forwards every event once with the signature of Lark', async () => {
		const push = trigger.push(message());
		await trigger.accepts(push);
		expect(received).toHaveLength(1);
		const [{ headers, body }] = received;
		expect(body).toBe(push.body);
		for (const name of Object.keys(push.headers).filter((each) => /^x-lark/i.test(each))) {
			expect(headers[name.toLowerCase()]).toBe(push.headers[name]);
		}
		const handedOn = trigger.push(message());
		handedOn.headers['X-Lark-Passed-On'] = '1';
		await trigger.accepts(handedOn);
		expect(received).toHaveLength(1);
	});

	it('makes Lark push an event again when the other workflow could not store it', async () => {
		status = 503;
		const event = message();
		expect((await trigger.send(trigger.push(event))).status).toBe(503);
		status = 200;
		expect((await trigger.send(trigger.push(event))).status).toBe(200);
		expect(received).toHaveLength(2);
		await setup.executionsOf(trigger.workflow.id, 3);
	});

	it('acknowledges an event that the other workflow refuses', async () => {
		status = 401;
		await trigger.send(trigger.push(message())).then((sent) => expect(sent.status).toBe(200));
		expect(received).toHaveLength(1);
		await setup.executionsOf(trigger.workflow.id, 4);
	});
});
