import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import { openBench, type Bench } from './harness';
import { cardEvent, messageEvent } from './harness/events';
import {
	publishTarget,
	request,
	saveTarget,
	TRIGGER,
	type Target,
	type TargetOptions,
} from './harness/webhook-target';

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };
const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Approved' }] } };
const DEFAULT = { toast: { type: 'info', content: 'We are on it' } };

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
): INode => ({
	id: randomUUID(),
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [200, 0],
	parameters,
});
const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

/** What the workflow answers with: the JSON of its last node, after some seconds. */
const answering = (json: object, seconds = 0) => ({
	nodes: [
		node('Wait', 'wait', 1.1, { amount: seconds }),
		node('Answer', 'set', 3.4, { mode: 'raw', jsonOutput: JSON.stringify(json) }),
	],
	connections: { [TRIGGER]: to('Wait'), Wait: to('Answer') },
});

const responding = (json: object) => ({
	nodes: [
		node('Respond', 'respondToWebhook', 1.5, {
			respondWith: 'json',
			responseBody: JSON.stringify(json),
		}),
		{ ...node('Webhook', 'webhook', 2.1, { path: randomUUID() }), disabled: true },
		node('Wait', 'wait', 1.1, { amount: 4 }),
	],
	connections: { [TRIGGER]: to('Respond'), Webhook: to('Respond'), Respond: to('Wait') },
});

describe('a callback', () => {
	let bench: Bench;
	const published: string[] = [];
	beforeAll(async () => (bench = await openBench()));
	// All are triggers of one app, and would get each other's events.
	afterEach(async () => {
		for (const id of published.splice(0)) await bench.client.unpublish(id);
	});
	afterAll(async () => await bench.close());

	const publish = async (
		parameters: INodeParameters,
		rest?: TargetOptions['rest'],
		settings?: TargetOptions['settings'],
	) => {
		const target = await publishTarget(bench, secrets, {
			settings,
			parameters: {
				events: ['card.action.trigger', 'im.message.receive_v1'],
				toastText: 'We are on it',
				...parameters,
			},
			rest,
		});
		published.push(target.workflow.id);
		return target;
	};

	/** What the person who presses sees, and after which time in ms. */
	const press = async (target: Target, url = target.url) => {
		const began = Date.now();
		const sent = await request(url, 'POST', target.push(cardEvent(secrets.verificationToken)));
		expect(sent.status).toBe(200);
		return { answer: JSON.parse(sent.body) as unknown, time: Date.now() - began };
	};
	const callbackUrl = ({ url }: Target) => url.replace(/\/webhook$/, '/callback');
	const logged = (text: string) => bench.log.lines().filter((line) => line.includes(text)).length;

	it('is answered at once with the toast and card of the trigger', async () => {
		const target = await publish(
			{
				toastType: 'success',
				callbackCard: 'json',
				callbackCardJson: JSON.stringify(CARD),
			},
			answering({}, 4),
		);
		const expected = {
			toast: { type: 'success', content: 'We are on it' },
			card: { type: 'raw', data: CARD },
		};
		for (const url of [target.url, callbackUrl(target)]) {
			const { answer, time } = await press(target, url);
			expect(answer).toEqual(expected);
			expect(time).toBeLessThan(2_000);
		}
		await bench.executionsOf(target.workflow.id, 2);
	});

	it('is answered with a template, or with nothing', async () => {
		const target = await publish({
			toastText: '',
			callbackCard: 'template',
			callbackTemplateId: 'AAq1',
			callbackTemplateVariables: '{"who":"Ada"}',
		});
		const data = { template_id: 'AAq1', template_variable: { who: 'Ada' } };
		expect((await press(target)).answer).toEqual({ card: { type: 'template', data } });
		expect((await press(await publish({ toastText: '' }))).answer).toEqual({});
	});

	describe('that the last node answers', () => {
		const wanted = { toast: { type: 'success', content: 'Approved' }, card: CARD };
		const expected = { ...wanted, card: { type: 'raw', data: CARD } };

		it('gets what the workflow says, at both URLs', async () => {
			const target = await publish({ callbackAnswer: 'lastNode' }, answering(wanted));
			expect((await press(target, callbackUrl(target))).answer).toEqual(expected);
			expect((await press(target)).answer).toEqual(expected);
			await bench.executionsOf(target.workflow.id, 2);
		});

		it('gets the default within 3 s from a slow workflow, which goes on', async () => {
			const target = await publish({ callbackAnswer: 'lastNode' }, answering(wanted, 5));
			for (const url of [target.url, callbackUrl(target)]) {
				const { answer, time } = await press(target, url);
				expect(answer).toEqual(DEFAULT);
				expect(time).toBeLessThan(3_000);
			}
			const executions = await bench.executionsOf(target.workflow.id, 2);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
			expect(bench.log.tail()).not.toContain('ERR_HTTP_HEADERS_SENT');
		}, 60_000);

		it.each([
			['is no answer', { hello: 'world' }, 'unknown field, hello'],
			['Lark would refuse', { toast: { type: 'shout', content: 'x' } }, 'toast.type is "shout"'],
		])('gets the default for what %s, and the log the reason', async (_case, json, reason) => {
			const target = await publish({ callbackAnswer: 'lastNode' }, answering(json));
			const before = logged(reason);
			expect((await press(target, callbackUrl(target))).answer).toEqual(DEFAULT);
			expect(logged(reason)).toBe(before + 1);
		});

		it('leaves messages alone: they are acknowledged before the workflow ends', async () => {
			const target = await publish({ callbackAnswer: 'lastNode' }, answering({}, 4));
			const began = Date.now();
			const message = target.push(messageEvent(secrets.verificationToken));
			expect(await target.send(message)).toEqual({ status: 200, body: '{}' });
			expect(Date.now() - began).toBeLessThan(2_000);
			const lost = target.push(messageEvent(secrets.verificationToken));
			expect((await request(callbackUrl(target), 'POST', lost)).status).toBe(400);
			await bench.executionsOf(target.workflow.id, 1);
		});
	});

	it('is answered by the Respond to Webhook node, before the workflow ends', async () => {
		const wanted = { toast: { type: 'warning', content: 'Careful' } };
		const target = await publish({ callbackAnswer: 'responseNode' }, responding(wanted));
		const { answer, time } = await press(target, callbackUrl(target));
		expect(answer).toEqual(wanted);
		expect(time).toBeLessThan(2_400);
	});

	describe('that comes because any event is chosen', () => {
		const toast = { toast: { type: 'success', content: 'Approved' } };

		it.each([
			['at once, with the toast of the trigger', 'onReceived', answering({}, 4), DEFAULT],
			['by the last node', 'lastNode', answering(toast), toast],
			['by the Respond to Webhook node', 'responseNode', responding(toast), toast],
		])('is answered %s, and so is a message', async (_way, callbackAnswer, rest, expected) => {
			const target = await publish({ events: ['any'], callbackAnswer }, rest);
			const { answer, time } = await press(target, callbackUrl(target));
			expect(answer).toEqual(expected);
			expect(time).toBeLessThan(3_000);
			const message = target.push(messageEvent(secrets.verificationToken));
			expect(await target.send(message)).toEqual({ status: 200, body: '{}' });
			await bench.executionsOf(target.workflow.id, 2);
		});
	});

	it('is answered by the last node also when n8n does not keep executions', async () => {
		const toast = { toast: { type: 'info', content: 'Not kept' } };
		const target = await publish({ callbackAnswer: 'lastNode' }, answering(toast), {
			saveDataSuccessExecution: 'none',
		});
		expect((await press(target, callbackUrl(target))).answer).toEqual(toast);
	});

	it('with a default answer that Lark would refuse cannot be published', async () => {
		const parameters = {
			events: ['card.action.trigger'],
			callbackCard: 'json',
			callbackCardJson: '{"schema":"2.0"}',
		};
		const workflow = await saveTarget(bench, secrets, { parameters });
		await expect(bench.client.publish(workflow)).rejects.toThrow('body is missing');
	});
});
