import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import { openSetup, type TestSetup } from '../support/server';
import { cardEvent, messageEvent } from '../support/events';
import { request } from '../support/request';
import {
	publishTrigger,
	saveCredential,
	saveTrigger,
	TRIGGER,
	type PublishedTrigger,
	type TriggerOptions,
} from '../support/server/published-trigger';

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

/** The nodes behind the trigger: the JSON of the last one is the response, after some seconds. */
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
	let setup: TestSetup;
	const published: string[] = [];
	beforeAll(async () => (setup = await openSetup()));
	// All are triggers of one app and would receive each other's events.
	afterEach(async () => {
		for (const id of published.splice(0)) await setup.client.unpublish(id);
	});
	afterAll(async () => await setup.close());

	const publish = async (
		parameters: INodeParameters,
		rest?: TriggerOptions['rest'],
		settings?: TriggerOptions['settings'],
	) => {
		const trigger = await publishTrigger(setup, secrets, {
			settings,
			parameters: {
				events: ['card.action.trigger', 'im.message.receive_v1'],
				toastText: 'We are on it',
				...parameters,
			},
			rest,
		});
		published.push(trigger.workflow.id);
		return trigger;
	};

	/** The response to a press, and the time it took in ms. */
	const press = async (trigger: PublishedTrigger, url = trigger.url) => {
		const began = Date.now();
		const sent = await request(url, 'POST', trigger.push(cardEvent(secrets.verificationToken)));
		expect(sent.status).toBe(200);
		return { answer: JSON.parse(sent.body) as unknown, time: Date.now() - began };
	};
	const callbackUrl = ({ url }: PublishedTrigger) => url.replace(/\/webhook$/, '/callback');
	const logged = (text: string) => setup.log.lines().filter((line) => line.includes(text)).length;

	it('is answered at once with the toast and card of the trigger', async () => {
		const trigger = await publish(
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
		for (const url of [trigger.url, callbackUrl(trigger)]) {
			const { answer, time } = await press(trigger, url);
			expect(answer).toEqual(expected);
			expect(time).toBeLessThan(2_000);
		}
		await setup.executionsOf(trigger.workflow.id, 2);
	});

	it('is answered with a template, or with nothing', async () => {
		const trigger = await publish({
			toastText: '',
			callbackCard: 'template',
			callbackTemplateId: 'AAq1',
			callbackTemplateVariables: '{"who":"Ada"}',
		});
		const data = { template_id: 'AAq1', template_variable: { who: 'Ada' } };
		expect((await press(trigger)).answer).toEqual({ card: { type: 'template', data } });
		expect((await press(await publish({ toastText: '' }))).answer).toEqual({});
	});

	describe('with the response of the last node', () => {
		const wanted = { toast: { type: 'success', content: 'Approved' }, card: CARD };
		const expected = { ...wanted, card: { type: 'raw', data: CARD } };

		it('gets the response of the workflow at both URLs', async () => {
			const trigger = await publish({ callbackAnswer: 'lastNode' }, answering(wanted));
			expect((await press(trigger, callbackUrl(trigger))).answer).toEqual(expected);
			expect((await press(trigger)).answer).toEqual(expected);
			await setup.executionsOf(trigger.workflow.id, 2);
		});

		it('comes to the other workflows of the app, too, at both URLs', async () => {
			const other = await publish({ toastText: '' });
			const trigger = await publish({ callbackAnswer: 'lastNode' }, answering(wanted));
			expect((await press(trigger, callbackUrl(trigger))).answer).toEqual(expected);
			await setup.executionsOf(other.workflow.id, 1);
			expect((await press(trigger)).answer).toEqual(expected);
			await setup.executionsOf(other.workflow.id, 2);
			await setup.executionsOf(trigger.workflow.id, 2);
		});

		it('gets the default response within 3 s from a slow workflow, which continues', async () => {
			const trigger = await publish({ callbackAnswer: 'lastNode' }, answering(wanted, 5));
			for (const url of [trigger.url, callbackUrl(trigger)]) {
				const { answer, time } = await press(trigger, url);
				expect(answer).toEqual(DEFAULT);
				expect(time).toBeLessThan(3_000);
			}
			const executions = await setup.executionsOf(trigger.workflow.id, 2);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
			expect(setup.log.tail()).not.toContain('ERR_HTTP_HEADERS_SENT');
		}, 60_000);

		it.each([
			['is no answer', { hello: 'world' }, 'unknown field, hello'],
			['Lark would refuse', { toast: { type: 'shout', content: 'x' } }, 'toast.type is "shout"'],
		])('gets the default for what %s, and the log the reason', async (_case, json, reason) => {
			const trigger = await publish({ callbackAnswer: 'lastNode' }, answering(json));
			const before = logged(reason);
			expect((await press(trigger, callbackUrl(trigger))).answer).toEqual(DEFAULT);
			expect(logged(reason)).toBe(before + 1);
		});

		it('does not delay messages: they are acknowledged before the workflow ends', async () => {
			const trigger = await publish({ callbackAnswer: 'lastNode' }, answering({}, 4));
			const began = Date.now();
			const message = trigger.push(messageEvent(secrets.verificationToken));
			expect(await trigger.send(message)).toEqual({ status: 200, body: '{}' });
			expect(Date.now() - began).toBeLessThan(2_000);
			const lost = trigger.push(messageEvent(secrets.verificationToken));
			expect((await request(callbackUrl(trigger), 'POST', lost)).status).toBe(400);
			await setup.executionsOf(trigger.workflow.id, 1);
		});
	});

	it('is answered by the Respond to Webhook node, before the workflow ends', async () => {
		const wanted = { toast: { type: 'warning', content: 'Careful' } };
		const trigger = await publish({ callbackAnswer: 'responseNode' }, responding(wanted));
		const { answer, time } = await press(trigger, callbackUrl(trigger));
		expect(answer).toEqual(wanted);
		expect(time).toBeLessThan(2_400);
	});

	describe('with Answer Card', () => {
		const answerCard = async (parameters: INodeParameters, wait = 0) => {
			const larkApi = await saveCredential(setup, secrets);
			const answer: INode = {
				...node('Answer', '', 1, { resource: 'message', operation: 'answerCard', ...parameters }),
				type: 'n8n-nodes-lark-im.lark',
				credentials: { larkApi },
			};
			return {
				nodes: [
					node('Before', 'wait', 1.1, { amount: wait }),
					answer,
					node('After', 'wait', 1.1, { amount: 4 }),
				],
				connections: { [TRIGGER]: to('Before'), Before: to('Answer'), Answer: to('After') },
			};
		};
		const APPROVED = { toastText: '={{ $json.value.choice }} it is', cardTitle: 'Approved' };
		const approved = {
			toast: { type: 'success', content: 'yes it is' },
			card: { type: 'raw', data: { header: { title: { content: 'Approved' } } } },
		};

		it('gets toast and card before the workflow ends, at both URLs', async () => {
			const rest = await answerCard(APPROVED);
			const trigger = await publish({ callbackAnswer: 'responseNode' }, rest);
			for (const url of [callbackUrl(trigger), trigger.url]) {
				const { answer, time } = await press(trigger, url);
				expect(answer).toMatchObject(approved);
				expect(time).toBeLessThan(2_400);
			}
		});

		it('gets the default of the trigger when the workflow is slow', async () => {
			const trigger = await publish(
				{ callbackAnswer: 'responseNode' },
				await answerCard(APPROVED, 4),
			);
			const { answer, time } = await press(trigger, callbackUrl(trigger));
			expect(answer).toEqual(DEFAULT);
			expect(time).toBeLessThan(3_000);
			const [{ data, status }] = await setup.executionsOf(trigger.workflow.id, 1);
			expect(status).toBe('success');
			// The press did not happen in the sandbox, which therefore does not know its token.
			expect(data.resultData.runData.Answer[0].data?.main[0]?.[0].json).toMatchObject({
				in_time: false,
				card_updated: false,
				warnings: expect.arrayContaining([expect.stringContaining('card was not replaced')]),
			});
		});

		it('says what to set when the trigger has answered already', async () => {
			const trigger = await publish({}, await answerCard(APPROVED));
			expect((await press(trigger)).answer).toEqual(DEFAULT);
			const [execution] = await setup.executionsOf(trigger.workflow.id, 1);
			expect(execution.data.resultData.error?.message).toContain(
				`"${TRIGGER}" has answered already`,
			);
		});
	});

	describe('with Any Event chosen', () => {
		const toast = { toast: { type: 'success', content: 'Approved' } };

		it.each([
			['at once, with the toast of the trigger', 'onReceived', answering({}, 4), DEFAULT],
			['by the last node', 'lastNode', answering(toast), toast],
			['by the Respond to Webhook node', 'responseNode', responding(toast), toast],
		])('is answered %s, and so is a message', async (_way, callbackAnswer, rest, expected) => {
			const trigger = await publish({ events: ['any'], callbackAnswer }, rest);
			const { answer, time } = await press(trigger, callbackUrl(trigger));
			expect(answer).toEqual(expected);
			expect(time).toBeLessThan(3_000);
			const message = trigger.push(messageEvent(secrets.verificationToken));
			expect(await trigger.send(message)).toEqual({ status: 200, body: '{}' });
			await setup.executionsOf(trigger.workflow.id, 2);
		});
	});

	it('is answered by the last node also when n8n does not keep executions', async () => {
		const toast = { toast: { type: 'info', content: 'Not kept' } };
		const trigger = await publish({ callbackAnswer: 'lastNode' }, answering(toast), {
			saveDataSuccessExecution: 'none',
		});
		expect((await press(trigger, callbackUrl(trigger))).answer).toEqual(toast);
	});

	it('with a default answer that Lark would refuse cannot be published', async () => {
		const parameters = {
			events: ['card.action.trigger'],
			callbackCard: 'json',
			callbackCardJson: '{"schema":"2.0"}',
		};
		const workflow = await saveTrigger(setup, secrets, { parameters });
		await expect(setup.client.publish(workflow)).rejects.toThrow('body is missing');
	});
});
