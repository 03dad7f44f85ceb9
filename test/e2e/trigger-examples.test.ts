import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import type { SavedWorkflow } from '../../harness/n8n-server';
import { PNG_BYTES } from '../support/media';
import { chatNamed, openSetup, replyTo, textOf, waitFor, type TestSetup } from '../support/server';
import { expectPinned, triggerItemsOf } from '../support/server/pinned';
import { startScriptedModel, type ScriptedModel } from '../../harness/scripted-model';

describe('the examples that start with a Lark Trigger', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	const ada = () => setup.sandbox.world.users[0];
	const group = () => chatNamed(setup.sandbox.world, 'Incident Response');
	const direct = () => {
		const { world, app } = setup.sandbox;
		return world.openP2p(ada().userId, { type: 'app', appId: app.appId });
	};
	const say = (text: string) => setup.sandbox.say({ from: ada(), chat: direct().chatId, text });

	/** Publishes an example, with other parameters in some of its nodes, as the only one that gets events. */
	async function publish(
		{ id, ...workflow }: SavedWorkflow,
		trigger: string,
		parameters: Record<string, INodeParameters> = {},
	) {
		const { client, sandbox } = setup;
		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...parameters[node.name] },
		}));
		const saved = await client.updateWorkflow(id, { ...workflow, nodes });
		await client.publish(saved);
		await sandbox.subscribe(sandbox.app.appId, client.webhookUrl(saved, trigger));
		return async () => await client.unpublish(id);
	}

	describe('AI chat bot', () => {
		let model: ScriptedModel;
		let unpublish: () => Promise<unknown>;
		let workflow: SavedWorkflow;

		beforeAll(async () => {
			model = await startScriptedModel();
			const openAiApi = await setup.client.createCredential({
				name: `Model for ${setup.larkApi.name}`,
				type: 'openAiApi',
				data: { apiKey: 'none', url: model.url },
			});
			workflow = await setup.saveExample('ai-chat-bot', openAiApi);
			unpublish = await publish(workflow, 'When somebody writes');
		});
		afterAll(async () => {
			await unpublish();
			await model.close();
		});

		it('answers several messages at once and remembers them', async () => {
			model.follow({ text: 'Hello **Ada**' }, { text: 'Ada' });
			say('Hello');
			const last = say('my name is Ada');
			expect((await replyTo(setup.sandbox.world, last)).content).toContain('Ada');
			expect(model.asked).toHaveLength(1);

			const question = say('What is my name?');
			expect((await replyTo(setup.sandbox.world, question)).content).toContain('Ada');
			const said = model.asked[1].messages.map(({ role, content }) => [role, content]);
			expect(said).toEqual([
				['system', expect.anything()],
				['user', 'Hello\nmy name is Ada'],
				['assistant', 'Hello **Ada**'],
				['user', 'What is my name?'],
			]);
			await expectPinned(setup, workflow, 'When somebody writes');
		});
	});

	it('approval card: a click is answered with a toast and turns the card into the decision', async () => {
		const { client, sandbox } = setup;
		const workflow = await setup.saveExample('approval-card');
		const receiver = { __rl: true, mode: 'list', value: group().chatId };
		const unpublish = await publish(workflow, 'When a button is pressed', {
			'Ask for approval': { receiver },
		});
		const before = group().messages.length;
		await client.runWorkflow(workflow.id, 'When executed by hand');
		const [card] = group().messages.slice(before);
		expect(card.sentContent).toContain('Laptop for Ada, 1,800 EUR');

		const toast = await sandbox.press({ from: ada(), message: card.messageId, button: 1 });
		expect(toast).toEqual({ type: 'success', content: 'You have rejected it' });
		expect(card.sentContent).toContain('"template":"red"');
		expect(card.sentContent).toContain('Laptop for Ada, 1,800 EUR');
		expect(card.sentContent).toContain(`<at id=${sandbox.openIdOf(ada())}></at>`);
		await expectPinned(setup, workflow, 'When a button is pressed');
		await unpublish();
	});

	it('request form: what is filled in comes in plain form, and the card turns into the request', async () => {
		const { client, sandbox } = setup;
		const workflow = await setup.saveExample('request-form');
		const receiver = { __rl: true, mode: 'list', value: group().chatId };
		const unpublish = await publish(workflow, 'When the form is submitted', {
			'Ask what is needed': { receiver },
		});
		const before = group().messages.length;
		await client.runWorkflow(workflow.id, 'When executed by hand');
		const [card] = group().messages.slice(before);
		const approver = sandbox.openIdOf(ada());
		const form = {
			equipment: 'Laptop',
			reason: 'The old one is slow',
			needed_by: '2026-04-01',
			approver,
			urgent: true,
		};
		const toast = await sandbox.press({ from: ada(), message: card.messageId, button: 0, form });
		expect(toast).toEqual({ type: 'success', content: `Thank you, ${ada().name}` });
		for (const text of ['Laptop, urgent', 'The old one is slow', '2026-04-01', ada().name]) {
			expect(card.sentContent).toContain(text);
		}
		expect(card.sentContent).not.toContain('"tag":"form"');
		const [item] = await triggerItemsOf(setup, workflow, 'When the form is submitted');
		expect(item).toMatchObject({
			form_value: { ...form, needed_by: expect.stringMatching(/^2026-04-01 [+-]\d{4}$/) as string },
			dates: { needed_by: '2026-04-01' },
			people: { approver: { name: ada().name, open_id: approver } },
			name: 'submit',
			value: 'Send',
		});
		expect(Object.keys(item).slice(0, 2)).toEqual(['value', 'form_value']);
		await expectPinned(setup, workflow, 'When the form is submitted');
		await unpublish();
	});

	it('keyword router: answers each command and nothing else', async () => {
		const { world } = setup.sandbox;
		const workflow = await setup.saveExample('keyword-router');
		const unpublish = await publish(workflow, 'When a command arrives');
		say('How are you?');
		const answers = ['/status', '/deploy prod', '/deploy', '/help'].map(async (command) =>
			textOf(await replyTo(world, say(command))),
		);
		expect(await Promise.all(answers)).toEqual([
			'All systems work.',
			'Deploying to prod.',
			'Deploying to staging.',
			expect.stringContaining('/deploy [where]'),
		]);
		expect(await setup.executionsOf(workflow.id, 4)).toHaveLength(4);
		await expectPinned(setup, workflow, 'When a command arrives');
		await unpublish();
	});

	it('attachment archiver: stores each file and reacts to its message', async () => {
		const folder = path.join(path.dirname(setup.log.file), 'files', 'archive');
		await mkdir(folder, { recursive: true });
		const workflow = await setup.saveExample('attachment-archiver');
		const keeper = workflow.nodes.find(({ name }) => name === 'Keep the file');
		const fileName = String(keeper?.parameters.fileName).replace('/home/node/.n8n-files', folder);
		const unpublish = await publish(workflow, 'When a file arrives', {
			'Keep the file': { fileName },
		});
		const chat = direct().chatId;
		const files = [
			{ name: 'report 1.pdf', bytes: Buffer.from('%PDF-1.7 report') },
			{ name: 'photo.png', bytes: PNG_BYTES },
		];
		const messages = files.map((file) => setup.sandbox.say({ from: ada(), chat, file }));
		await waitFor(
			'two nods',
			() => messages.every(({ reactions }) => reactions.length === 1) || undefined,
		);
		const kept = (await readdir(folder)).map((name) => path.join(folder, name));
		const contents = await Promise.all(kept.map(async (name) => await readFile(name)));
		expect(contents).toHaveLength(2);
		for (const { bytes } of files) {
			expect(contents.some((content) => content.equals(bytes))).toBe(true);
		}
		expect(kept.join()).toContain('-report_1.pdf');
		await expectPinned(setup, workflow, 'When a file arrives');
		await unpublish();
	});
});
