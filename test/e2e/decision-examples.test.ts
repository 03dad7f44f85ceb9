import type { CredentialReference, SavedWorkflow } from '../../harness/n8n-server';
import type { Chat, Message, User } from '../../sandbox';
import { chatNamed, openSetup, replyTo, textOf, waitFor, type TestSetup } from '../support/server';
import { expectPinned } from '../support/server/pinned';
import { startScriptedModel, type ScriptedModel } from '../../harness/scripted-model';

const GROUP = 'Incident Response';

describe('the examples in which people decide', () => {
	let setup: TestSetup;
	let model: ScriptedModel;
	let alice: User, bob: User, carol: User;

	beforeAll(async () => {
		setup = await openSetup();
		model = await startScriptedModel();
		[alice, bob, carol] = setup.sandbox.world.users as [User, User, User];
	});
	afterAll(async () => {
		await setup.close();
		await model.close();
	});

	const group = () => chatNamed(setup.sandbox.world, GROUP);
	const say = (from: User, text: string) => {
		const { world, app } = setup.sandbox;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
		return setup.sandbox.say({ from, chat: chatId, text });
	};
	const press = async (from: User, { messageId }: Message, button = 0, form = {}) =>
		await setup.sandbox.press({ from, message: messageId, button, form });
	const nextIn = async (chat: Chat, after: number) =>
		await waitFor('a message', () => chat.messages[after]);

	/** Saves an example with the group chosen in each picker of a chat, publishes it, and lets Lark push to it. */
	async function publish(name: string, trigger: string, ...more: CredentialReference[]) {
		const { client, sandbox } = setup;
		const { id, ...example } = await setup.saveExample(name, ...more);
		const receiver = { __rl: true as const, mode: 'list', value: group().chatId };
		const nodes = example.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...('receiver' in node.parameters && { receiver }) },
		}));
		const workflow = await client.updateWorkflow(id, { ...example, nodes });
		await client.publish(workflow);
		await sandbox.subscribe(sandbox.app.appId, client.webhookUrl(workflow, trigger));
		return workflow;
	}
	const unpublish = async ({ id }: SavedWorkflow) => await setup.client.unpublish(id);

	it('leave request: a form, two approvers who are not the person, and the answer', async () => {
		const workflow = await publish('leave-request', 'When somebody asks for leave');
		const said = say(alice, '/leave');
		const form = await replyTo(setup.sandbox.world, said);
		const before = group().messages.length;
		const dates = { field_1: '2026-12-21', field_2: '2026-12-23' };
		await press(alice, form, 0, { field_0: '0', ...dates, field_3: 'By train' });

		const question = await nextIn(group(), before);
		expect(question.sentContent).toContain('2026-12-21');
		expect(question.sentContent).toContain('By train');
		expect(await press(alice, question)).toMatchObject({ type: 'warning' });
		expect(await press(bob, question)).toMatchObject({ type: 'success' });
		expect(await press(carol, question)).toMatchObject({ type: 'success' });
		const answers = () =>
			chatOf(form).messages.filter(({ parentId }) => parentId === said.messageId);
		const answer = await waitFor('the decision', () => answers()[1]);
		expect(textOf(answer)).toBe(`Your leave is approved by ${bob.name} and ${carol.name}.`);
		await expectPinned(setup, workflow, 'When somebody asks for leave');
		await unpublish(workflow);
	});
	const chatOf = ({ chatId }: Message) => setup.sandbox.world.chat(chatId)!;

	it('deploy gate: goes on when two of three have approved, in spite of a decline', async () => {
		const workflow = await publish('deploy-gate', 'Takes the clicks');
		const before = group().messages.length;
		await fetch(setup.client.webhookUrl(workflow, 'When a build is ready'), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ service: 'shop', version: '3.1' }),
		});
		const question = await nextIn(group(), before);
		expect(question.sentContent).toContain('Deploy shop 3.1?');
		expect(await press(setup.sandbox.world.users[3] as User, question)).toMatchObject({
			type: 'warning',
		});
		await press(bob, question, 1, { reason: 'Not on a Friday' });
		await press(alice, question);
		await press(carol, question);
		const answer = await replyTo(setup.sandbox.world, question);
		expect(textOf(answer)).toBe('Deployed shop 3.1');
		await unpublish(workflow);
	});

	it.each([
		['posts it with a yes', 0, {}],
		['hears the reason of a no', 1, { reason: 'Too early' }],
	])('AI agent that asks first: %s', async (_title, button, form) => {
		const openAiApi = await setup.client.createCredential({
			name: `Model for ${setup.larkApi.name} ${button}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const workflow = await publish('ai-agent-approval', 'When somebody writes', openAiApi);
		model.follow(
			{ calls: [{ toolParameters: { Text: 'Lunch at noon' } }] },
			{ text: 'As you wish' },
		);
		const before = group().messages.length;
		const said = say(alice, 'Announce lunch');
		const question = await replyTo(setup.sandbox.world, said);
		expect(question.sentContent).toContain('Lunch at noon');
		expect(await press(alice, question, button, form)).toMatchObject({ type: 'success' });
		const answers = () =>
			chatOf(question).messages.filter(({ parentId }) => parentId === said.messageId);
		expect((await waitFor('the answer', () => answers()[1])).content).toContain('As you wish');
		expect(group().messages.slice(before).map(textOf)).toEqual(
			button === 0 ? ['Lunch at noon'] : [],
		);
		const told = model.asked[1].messages.at(-1)?.content;
		if (button === 1) expect(told).toContain('Too early');
		await unpublish(workflow);
	});
});
