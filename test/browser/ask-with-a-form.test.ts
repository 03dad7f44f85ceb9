import type { IDataObject } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { readExample } from '../../harness/examples';
import { chatNamed } from '../support/server';
import { canvas, openBrowserSetup, panel, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(180_000);

const GROUP = 'Incident Response';

describe('someone who asks a group with a form', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	const group = () => chatNamed(setup.sandbox.world, GROUP);

	it('builds the card from an empty canvas, without JSON', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send a message');
		await panel.pick(editor, 'receiver', 'incident', GROUP);
		await panel.choose(editor, 'msgType', 'Card');
		await panel.type(editor, 'cardTitle', 'Leave request');
		await panel.addEntry(editor, 'Add Input');
		await panel.type(editor, 'label', 'Reason');
		await panel.type(editor, 'name', 'reason');
		await panel.toggle(editor, 'required');
		await panel.addEntry(editor, 'Add Input');
		await panel.type(editor, 'label', 'Kind of leave');
		await panel.choose(editor, 'type', 'Dropdown');
		await panel.type(editor, 'name', 'kind');
		for (const choice of ['Annual', 'Sick']) {
			await panel.addEntry(editor, 'Add Choice');
			await panel.type(editor, 'text', choice);
		}
		await panel.closeList(editor);
		await screenshot(editor, 'card-form.png', { width: 1280, height: 1400 });

		await panel.executeStep(editor);
		await panel.showsItems(editor, 'om_');
		const { body } = JSON.parse(group().messages.at(-1)!.sentContent) as {
			body: { elements: IDataObject[] };
		};
		expect(body.elements).toMatchObject([
			{
				tag: 'form',
				elements: [
					{ tag: 'markdown' },
					{ tag: 'input', name: 'reason', required: true },
					{ tag: 'markdown', content: 'Kind of leave' },
					{
						tag: 'select_static',
						name: 'kind',
						options: [{ value: 'Annual' }, { value: 'Sick' }],
					},
					{ tag: 'column_set' },
				],
			},
		]);
	});

	it('sees which input is wrong before anything is sent', async () => {
		const before = group().messages.length;
		await panel.type(editor, 'name', 'reason');
		await panel.executeStep(editor);
		expect(await panel.shownError(editor, /Two inputs have the name "reason"/)).toMatch(
			/Give every input a Name of its own/,
		);
		expect(group().messages).toHaveLength(before);
	});

	it('gets what a colleague fills in, who sees a toast and then what was asked for', async () => {
		const { client, sandbox } = setup;
		const [larkApi] = await client.credentials();
		const example = await readExample('request-form', larkApi);
		const receiver = { __rl: true as const, mode: 'list', value: group().chatId };
		const nodes = example.nodes.map((node) =>
			node.name === 'Ask what is needed'
				? { ...node, parameters: { ...node.parameters, receiver } }
				: node,
		);
		const workflow = await client.createWorkflow({ ...example, nodes });
		await client.publish(workflow);
		const trigger = client.webhookUrl(workflow, 'When the form is submitted');
		await sandbox.subscribe(sandbox.app.appId, trigger.replace(/webhook$/, 'callback'));
		await client.runWorkflow(workflow.id, 'When executed by hand');

		const page = await setup.openChatPage();
		await page.getByRole('button', { name: GROUP }).click();
		const card = page.locator('.card-form').last();
		await card.locator('select').first().selectOption('Laptop');
		await card.locator('textarea').fill('The old one is slow');
		await screenshot(page, 'form-to-fill-in.png', { width: 1280, height: 900 });
		await card.getByRole('button', { name: 'Send' }).click();
		await page.getByRole('status').filter({ hasText: 'Thank you' }).waitFor();
		await page.getByRole('heading', { name: 'Laptop' }).waitFor();
		await screenshot(page, 'form-answered.png', { width: 1280, height: 900 });
		const [{ sentContent }] = group().messages.slice(-1);
		expect(sentContent).toContain('The old one is slow');
		expect(sentContent).not.toContain('"tag":"form"');
	});
});
