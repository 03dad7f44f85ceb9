import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { waitFor, type N8n } from '../../harness/n8n-server';
import { cardEvent, messageEvent } from '../support/events';
import { launch, openSetup, type TestSetup } from '../support/server';
import {
	publishTrigger,
	saveCredential,
	type PublishedTrigger,
} from '../support/server/published-trigger';

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };
const message = () => messageEvent(secrets.verificationToken);

/** What n8n believes of its address, and what it forbids: none of this may matter to workflows in one n8n. */
const ENV = {
	WEBHOOK_URL: 'https://renamed.example.com/sub/path/',
	N8N_SSRF_PROTECTION_ENABLED: 'true',
};

describe('workflows of one app, in an n8n with another address outside and protection against inner addresses', () => {
	let server: N8n;
	let setup: TestSetup;
	let one: PublishedTrigger;
	let two: PublishedTrigger;

	beforeAll(async () => {
		const own = await launch(ENV);
		server = own.server;
		setup = await openSetup({}, own.address);
		one = await publishTrigger(setup, secrets);
		two = await publishTrigger(setup, secrets);
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	const statusOf = async (trigger: PublishedTrigger, event: object) =>
		(await trigger.send(trigger.push(event))).status;
	/** Pushes an event as Lark does, again and again until it is acknowledged. @returns how often */
	const deliver = async (trigger: PublishedTrigger, event: object) => {
		for (let pushes = 1; pushes <= 5; pushes++) {
			if ((await statusOf(trigger, event)) === 200) return pushes;
		}
		throw new Error('The event was not acknowledged');
	};
	const countOf = async ({ workflow }: PublishedTrigger) =>
		(await setup.client.executions(workflow.id)).length;
	const counts = async (...triggers: PublishedTrigger[]) =>
		await Promise.all(triggers.map(countOf));
	const logged = (text: string) => setup.log.lines().some((line) => line.includes(text));

	it('get every event once, also after a restart with another URL in the console and a workflow that is new', async () => {
		expect(await statusOf(one, message())).toBe(200);
		await server.restart();
		const three = await publishTrigger(setup, secrets);
		const event = message();
		for (const trigger of [two, three, one]) expect(await statusOf(trigger, event)).toBe(200);
		expect(await statusOf(two, message())).toBe(200);
		expect(await counts(one, two, three)).toEqual([3, 3, 2]);
		await setup.client.unpublish(three.workflow.id);
	}, 120_000);

	it('are not hindered by a workflow whose credential is deleted, also when its URL is in the console', async () => {
		const larkApi = await saveCredential(setup, secrets);
		const broken = await publishTrigger(setup, secrets, { larkApi });
		expect(await statusOf(one, message())).toBe(200);
		await setup.client.deleteCredential(larkApi.id);
		const before = await counts(one, two);
		await server.restart();
		await deliver(one, message());
		expect(await counts(one, two)).toEqual(before.map((count) => count + 1));
		await setup.client.unpublish(broken.workflow.id);
	}, 120_000);

	it('get what comes to the URL of a workflow whose credential was deleted while n8n ran', async () => {
		const larkApi = await saveCredential(setup, secrets);
		const owner = await publishTrigger(setup, secrets, { larkApi });
		expect(await statusOf(one, message())).toBe(200);
		await setup.client.deleteCredential(larkApi.id);
		const before = await counts(one, two);
		const event = message();
		await statusOf(owner, event);
		await statusOf(owner, event);
		expect(await counts(one, two)).toEqual(before.map((count) => count + 1));
		await setup.client.unpublish(owner.workflow.id);
	});

	it('are not hindered by a workflow whose filter fails', async () => {
		const keywords = `={{ Date.now() > ${Date.now() + 4_000} ? { no: "text" } : "" }}`;
		const broken = await publishTrigger(setup, secrets, { parameters: { filters: { keywords } } });
		await new Promise((resolve) => setTimeout(resolve, 4_000));
		const before = await counts(one, two, broken);
		expect(await statusOf(one, message())).toBe(200);
		expect(await counts(one, two, broken)).toEqual([before[0] + 1, before[1] + 1, before[2]]);
		expect(logged('could not hand an event on')).toBe(true);
		await setup.client.unpublish(broken.workflow.id);
	});

	it('get events and card actions from a workflow whose Forward To fails', async () => {
		const url = `={{ Date.now() > ${Date.now() + 4_000} ? $("No Node").first().json.url : "http://127.0.0.1:1/x" }}`;
		const broken = await publishTrigger(setup, secrets, {
			parameters: {
				events: ['card.action.trigger', 'im.message.receive_v1'],
				toastText: 'Seen',
				webhookOptions: { forwardTo: [url] },
			},
		});
		await new Promise((resolve) => setTimeout(resolve, 4_000));
		const before = await counts(one, two, broken);
		expect(await deliver(broken, message())).toBe(1);
		const pressed = await broken.send(broken.push(cardEvent(secrets.verificationToken)));
		expect(JSON.parse(pressed.body)).toEqual({ toast: { type: 'info', content: 'Seen' } });
		await setup.executionsOf(broken.workflow.id, before[2] + 2);
		expect(await counts(one, two)).toEqual([before[0] + 1, before[1] + 1]);
		await waitFor('the reason', () => logged('could not read Forward To') || undefined);
		await setup.client.unpublish(broken.workflow.id);
	}, 60_000);

	it('are spoken of in the log when the workflow whose URL is in the console is unpublished', async () => {
		const owner = await publishTrigger(setup, secrets);
		const reminders = () =>
			setup.log.lines().filter((line) => line.includes('is unpublished, and Lark')).length;
		const before = reminders();
		await setup.client.unpublish(owner.workflow.id);
		expect(reminders()).toBe(before);
		await setup.client.publish(owner.workflow);
		await deliver(owner, message());
		await setup.client.unpublish(owner.workflow.id);
		await waitFor('the reminder', () => reminders() > before || undefined);
	});

	it('share nothing with a workflow that has the App ID and other secrets', async () => {
		const strange = await publishTrigger(setup, {
			encryptKey: `key ${randomUUID()}`,
			verificationToken: `token ${randomUUID()}`,
		});
		const before = await counts(one, two, strange);
		expect(await statusOf(one, message())).toBe(200);
		expect(await counts(one, two, strange)).toEqual([before[0] + 1, before[1] + 1, before[2]]);
		await setup.client.unpublish(strange.workflow.id);
	});

	it('wait for one that gathers messages for two seconds, and the push is acknowledged', async () => {
		const gathering = await publishTrigger(setup, secrets, {
			parameters: { extras: { window: 2 } },
		});
		const before = await counts(one, two, gathering);
		const pushes = [];
		for (const trigger of [one, gathering, one]) pushes.push(await deliver(trigger, message()));
		expect(Math.min(...pushes)).toBe(1);
		expect(await counts(one, two, gathering)).toEqual(before.map((count) => count + 3));
		await setup.client.unpublish(gathering.workflow.id);
	}, 60_000);

	it('hand nothing to the place that a redirect of Forward To names', async () => {
		const requests: string[] = [];
		const other: Server = createServer((request, response) => {
			requests.push(request.url ?? '');
			response.writeHead(307, { location: '/elsewhere' }).end();
		});
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const forwardTo = [`http://127.0.0.1:${port}/webhook/other`];
		const shared = await openSetup();
		const forwarding = await publishTrigger(shared, secrets, {
			parameters: { simple: false, webhookOptions: { forwardTo } },
		});
		expect((await forwarding.send(forwarding.push(message()))).status).toBe(200);
		expect(requests).toEqual(['/webhook/other']);
		other.close();
		await shared.close();
	});
});
