import type { INodeParameters } from 'n8n-workflow';

import { request } from '../support/request';
import { outcomeOf, publishAsker, type Asked } from '../support/server/asking';
import { openSetup, type TestSetup } from '../support/server';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
const double = { values: { approvalType: 'double', declineReason: 'required' } };

describe('answers in a browser', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup({ timeScale: 0.01 })));
	afterAll(async () => await setup.close());

	const asked = async (parameters: INodeParameters): Promise<Asked> =>
		await (await publishAsker(setup, { answerIn: 'browser', ...parameters })).ask();
	/** The pages that the buttons of the card open, at the address of this n8n. */
	const pagesOf = ({ message }: Asked): string[] =>
		[...message.sentContent.matchAll(/"default_url":"([^"]+)"/g)].map(([, link]) => {
			const { pathname, search } = new URL(link);
			return setup.url + pathname + search;
		});
	const open = async (page: string, headers: Record<string, string> = BROWSER) =>
		await request(page, 'GET', { headers, body: '' });
	/** Sends the page as n8n's own script does. */
	const send = async (page: string, values: Record<string, string> = {}) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(values)) form.append(name, value);
		const { status } = await fetch(page, { method: 'POST', body: form, headers: BROWSER });
		return status;
	};
	const statusOf = async ({ executionId }: Asked) =>
		(await setup.client.execution(executionId)).status;

	it('approve when the page is sent, and not when somebody or something opens it', async () => {
		const question = await asked({ approvalOptions: double, message: '<b>Deploy</b>?' });
		const [approve, decline, ...others] = pagesOf(question);
		expect(others).toEqual([]);
		for (const page of [approve, decline]) {
			for (const headers of [BROWSER, {}, { 'user-agent': 'Lark-LinkPreview bot' }]) {
				const { status, body } = await open(page, headers);
				expect(status).toBe(200);
				expect(body).toContain(page === approve ? 'Approve' : 'Decline');
				expect(body).not.toContain('<b>Deploy</b>');
			}
		}
		expect(await statusOf(question)).toBe('waiting');
		expect(await send(approve)).toBe(200);
		expect(await outcomeOf(setup, question.executionId)).toMatchObject({
			approved: true,
			respondedAt: expect.any(String),
			message_id: question.message.messageId,
		});
		const { sentContent } = setup.sandbox.world.message(question.message.messageId)!;
		expect(sentContent).toContain('Approved');
		expect(sentContent).not.toContain('default_url');
	});

	it('decline with a reason, without which nothing counts', async () => {
		const question = await asked({ approvalOptions: double });
		const [, decline] = pagesOf(question);
		expect(await send(decline)).toBe(400);
		expect(await statusOf(question)).toBe('waiting');
		expect(await send(decline, { 'field-0': 'Too late' })).toBe(200);
		expect(await outcomeOf(setup, question.executionId)).toMatchObject({
			approved: false,
			reason: 'Too late',
		});
	});

	it('need the link that n8n has signed', async () => {
		const question = await asked({ approvalOptions: double });
		const [approve, decline] = pagesOf(question);
		const signature = new URL(approve).searchParams.get('signature')!;
		const forged = new URL(decline);
		forged.searchParams.set('signature', signature);
		const without = new URL(approve);
		without.searchParams.delete('signature');
		for (const page of [forged.href, without.href, approve.replace('true', 'false')]) {
			expect(await send(page)).toBe(401);
		}
		expect(await statusOf(question)).toBe('waiting');
	});

	it('that are none leave the question open, whatever they are made of', async () => {
		const option = (name: string) => ({ option: name });
		const fieldOptions = { values: [option('Annual'), option('Sick')] };
		const choices = { values: [option('constructor'), option('Tomorrow')] };
		const deep = '['.repeat(20_000) + ']'.repeat(20_000);
		const hostile = [
			'[{"toString":1,"valueOf":1}]',
			'[{"__proto__":{"toString":1}}]',
			`[${deep}]`,
			'["__proto__"]',
			'["toString"]',
			'[null]',
			'{"length":1}',
		];
		const choice = await asked({ responseType: 'choice', choices });
		const values = ['dropdown', 'multiSelect', 'checkbox'].map((fieldType) => ({
			fieldLabel: fieldType,
			fieldType,
			fieldOptions,
			requiredField: true,
		}));
		const form = await asked({ responseType: 'customForm', formFields: { values } });
		for (const text of hostile) {
			expect(await send(pagesOf(choice)[0], { 'field-0': text })).toBe(400);
			const filled = { 'field-0': text, 'field-1': text, 'field-2': text };
			expect(await send(pagesOf(form)[0], filled)).toBe(400);
		}
		expect(await statusOf(choice)).toBe('waiting');
		expect(await statusOf(form)).toBe('waiting');
		expect(await send(pagesOf(choice)[0], { 'field-0': '["constructor"]' })).toBe(200);
		expect(await outcomeOf(setup, choice.executionId)).toMatchObject({ choice: 'constructor' });
	});

	it('fill in forms, and choose', async () => {
		const fieldOptions = { values: [{ option: 'Annual' }, { option: 'Sick' }] };
		const values = [
			{ fieldLabel: 'Days', fieldType: 'number', requiredField: true },
			{ fieldLabel: 'Kind', fieldType: 'dropdown', fieldOptions },
			{ fieldLabel: 'Boxes', fieldType: 'checkbox', fieldOptions },
			{ fieldLabel: 'More', fieldType: 'multiSelect', fieldOptions },
			{ fieldLabel: 'At', fieldType: 'time' },
		];
		const question = await asked({ responseType: 'customForm', formFields: { values } });
		const [page] = pagesOf(question);
		const { body } = await open(page);
		for (const { fieldLabel } of values) expect(body).toContain(fieldLabel);
		expect(await send(page, { 'field-0': 'two' })).toBe(400);
		expect(await statusOf(question)).toBe('waiting');
		const filled = {
			'field-0': '2',
			'field-1': 'Sick',
			'field-2': '["Annual"]',
			'field-3': '["Sick","Annual"]',
			'field-4': '09:30',
		};
		expect(await send(page, filled)).toBe(200);
		expect(await outcomeOf(setup, question.executionId)).toMatchObject({
			Days: 2,
			Kind: 'Sick',
			Boxes: ['Annual'],
			More: ['Sick', 'Annual'],
			At: '09:30',
		});

		const choices = { values: [{ option: 'Today' }, { option: 'Tomorrow' }] };
		const choice = await asked({ responseType: 'choice', choices });
		expect(await send(pagesOf(choice)[0], { 'field-0': '["Never"]' })).toBe(400);
		expect(await send(pagesOf(choice)[0], { 'field-0': '["Tomorrow"]' })).toBe(200);
		expect(await outcomeOf(setup, choice.executionId)).toMatchObject({ choice: 'Tomorrow' });

		const text = await asked({ responseType: 'freeText' });
		expect(await send(pagesOf(text)[0], { 'field-0': 'As written' })).toBe(200);
		expect(await outcomeOf(setup, text.executionId)).toMatchObject({ text: 'As written' });
	});
});
