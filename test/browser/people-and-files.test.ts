import type { Page } from 'playwright-core';

import { waitFor } from '../support/server';
import { canvas, openBrowserSetup, panel, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

describe('someone who works with people, files and the rest of the API', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	const begin = async (action: string) => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, action);
	};

	it('finds a person by email address, and gets people from the list and by phone number', async () => {
		const [alice, bob] = setup.sandbox.world.users;
		const openId = setup.sandbox.openIdOf(alice);
		await begin('Find users by email or phone');
		await panel.showsFields(editor, 'Emails', 'Phones');
		await panel.type(editor, 'emails', alice.email);
		await panel.executeStep(editor);
		await panel.showsItems(editor, alice.email, openId);

		await panel.choose(editor, 'operation', 'Get');
		await panel.showsFields(editor, 'Act As', 'User', 'Simplify');
		await panel.pick(editor, 'userId', 'alice', alice.name);
		await panel.executeStep(editor);
		await panel.showsItems(editor, openId, alice.name);
		await panel.enterId(editor, 'userId', bob.mobile);
		await panel.executeStep(editor);
		await panel.showsItems(editor, bob.name);
	});

	it('sends one text to several people and reads its progress', async () => {
		const { sandbox } = setup;
		const people = sandbox.world.users.slice(0, 2);
		await begin('Send a batch message');
		await panel.showsFields(editor, 'Text', 'Users', 'Departments');
		await panel.type(editor, 'text', 'Maintenance at nine');
		await panel.type(editor, 'users', people.map((person) => sandbox.openIdOf(person)).join());
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'bm-');
		const [{ batchId, messages }] = sandbox.world.batches;
		expect(messages.map(({ content }) => content)).toEqual(
			people.map(() => JSON.stringify({ text: 'Maintenance at nine' })),
		);

		await panel.choose(editor, 'operation', 'Get Progress');
		await panel.showsFields(editor, 'Batch Message ID');
		await panel.type(editor, 'batchMessageId', batchId);
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'success');
	});

	it('uploads a file of the step before, and downloads it', async () => {
		await setup.openWorkflowWith({
			name: 'Report',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: { operation: 'toJson', options: { fileName: 'report.json' } },
		});
		await canvas.addNextNode(editor, 'Upload a file');
		await panel.showsFields(editor, 'Act As', 'Input Binary Field');
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'file_v', 'report.json');

		const fileKey = await panel.outputText(editor, /file_v\w+-[\w-]+/);
		expect(setup.sandbox.world.resource(fileKey)).toMatchObject({ fileName: 'report.json' });
		await panel.choose(editor, 'operation', 'Download File');
		await panel.showsFields(editor, 'File Key', 'Put Output File in Field');
		await panel.type(editor, 'fileKey', fileKey);
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'File Name:', 'report.json', 'application/json');
	});

	it('reads the bot info with nothing to fill in', async () => {
		await begin('Get the bot');
		await panel.showsFields(editor);
		await panel.executeStep(editor);
		await panel.showsItems(editor, setup.sandbox.app.name);
	});

	it('calls an API that has no operation, and sees Body only for methods that have one', async () => {
		await begin('Send a request to any Lark API');
		await panel.showsFields(editor, 'Act As', 'Method', 'Path', 'Query Parameters');
		await panel.choose(editor, 'method', 'POST');
		await panel.showsFields(editor, 'Act As', 'Method', 'Path', 'Query Parameters', 'Body');
		await panel.choose(editor, 'method', 'GET');
		await panel.type(editor, 'path', '/open-apis/im/v1/chats');
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'Incident Response');
	});

	it('gives Lark to an AI agent, and leaves the fields to the model', async () => {
		const type = '@n8n/n8n-nodes-langchain.agent';
		const agent = { name: 'AI Agent', type, typeVersion: 3.1, parameters: {} };
		const id = await setup.openWorkflowWith(agent);
		await canvas.addTool(editor);
		await panel.showsFields(editor, 'Act As', 'Send To', 'Message Type', 'Text', 'Mentions');
		await panel.leaveToModel(editor);
		await panel.leaveToModel(editor);
		const tool = await waitFor('the fields to be left to the model', async () => {
			const { nodes } = await setup.client.workflow(id);
			const leftToModel = JSON.stringify(nodes).split('$fromAI(').length - 1;
			return leftToModel === 2 ? nodes.at(-1) : undefined;
		});
		expect(tool.type).toBe('n8n-nodes-lark-im.larkTool');
		expect(tool.parameters).toMatchObject({
			receiver: { mode: 'address', value: expect.stringContaining("$fromAI('Send_To'") },
			text: expect.stringContaining("$fromAI('Text'"),
		});
	});
});
