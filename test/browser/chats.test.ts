import type { Page } from 'playwright-core';

import type { Chat } from '../../sandbox';
import { chatNamed } from '../support/server';
import { canvas, openBrowserSetup, panel, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const GROUP = 'Incident Response';
const MANY = ['Chat', 'Return All', 'Limit'];

describe('someone who looks after chats', () => {
	let setup: BrowserSetup;
	let editor: Page;
	let group: Chat;
	const say = (text: string) =>
		setup.sandbox.say({ from: setup.sandbox.world.users[0], chat: group.chatId, text });

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		group = chatNamed(setup.sandbox.world, GROUP);
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	const begin = async (action: string) => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, action);
	};

	it('reads the messages of a chat, and sees Limit only while it counts', async () => {
		say('The disk of db-1 is full');
		await begin('Get many messages');
		await panel.showsFields(editor, 'Act As', 'From', ...MANY, 'Simplify');
		await panel.choose(editor, 'container', 'Thread');
		await panel.showsFields(editor, 'Act As', 'From', 'Thread ID', ...MANY.slice(1), 'Simplify');
		await panel.choose(editor, 'container', 'Chat');
		await panel.pick(editor, 'chatId', 'incident', GROUP);
		await panel.toggle(editor, 'returnAll');
		await panel.showsFields(editor, 'Act As', 'From', 'Chat', 'Return All', 'Simplify');
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'om_', 'The disk of db-1 is full');
	});

	it('sets what is at the top of a chat', async () => {
		await begin('Set the top notice of a chat');
		await panel.showsFields(editor, 'Act As', 'Chat', 'Show', 'Message ID');
		await panel.pick(editor, 'chatId', 'incident', GROUP);
		await panel.choose(editor, 'action_type', 'The Announcement');
		await panel.showsFields(editor, 'Act As', 'Chat', 'Show');
		await panel.executeStep(editor);
		await panel.showsItems(editor, group.chatId);
		expect(group.topNotice).toEqual({ kind: 'announcement' });
	});

	it('adds a member to a chat, and lists the members', async () => {
		const { sandbox } = setup;
		const support = chatNamed(sandbox.world, 'Customer Support');
		const newcomer = sandbox.world.users[5];
		await begin('Add members to a chat');
		await panel.showsFields(editor, 'Act As', 'Chat', 'Members');
		await panel.pick(editor, 'chatId', 'support', support.name);
		await panel.type(editor, 'members', sandbox.openIdOf(newcomer));
		await panel.executeStep(editor);
		await panel.showsItems(editor, support.chatId);
		expect(support.members).toContain(newcomer.userId);

		await panel.choose(editor, 'operation', 'Get Many');
		await panel.showsFields(editor, 'Act As', ...MANY, 'Simplify');
		await panel.executeStep(editor);
		await panel.showsItems(editor, newcomer.name, '4 items');
	});

	it('reacts to a message with an emoji from the list, and takes it back', async () => {
		const { messageId, reactions } = say('Is somebody looking into it?');
		await begin('Add a reaction to a message');
		await panel.showsFields(editor, 'Act As', 'Message ID', 'Emoji');
		await panel.type(editor, 'messageId', messageId);
		await panel.pick(editor, 'emoji', 'thumbs up', 'Thumbs up');
		await panel.executeStep(editor);
		await panel.showsItems(editor, messageId, 'THUMBSUP');
		expect(reactions.map(({ emojiType }) => emojiType)).toEqual(['THUMBSUP']);

		await panel.choose(editor, 'operation', 'Remove');
		await panel.choose(editor, 'removeBy', 'By ID');
		await panel.showsFields(editor, 'Act As', 'Message ID', 'Reaction', 'Reaction ID');
		await panel.choose(editor, 'removeBy', 'By Emoji');
		await panel.showsFields(editor, 'Act As', 'Message ID', 'Reaction', 'Emoji');
		await panel.pick(editor, 'emoji', 'thumbs up', 'Thumbs up');
		await panel.executeStep(editor);
		await panel.showsItems(editor, messageId, 'deleted');
		expect(reactions).toEqual([]);
	});

	it('pins a message, and finds it among the pins of the chat', async () => {
		const { messageId } = say('The plan for the night');
		await begin('Pin a message');
		await panel.showsFields(editor, 'Act As', 'Message ID');
		await panel.type(editor, 'messageId', messageId);
		await panel.executeStep(editor);
		await panel.showsItems(editor, messageId);
		expect(group.pins.map((pin) => pin.messageId)).toEqual([messageId]);

		await panel.choose(editor, 'operation', 'Get Many');
		await panel.showsFields(editor, 'Act As', ...MANY);
		await panel.pick(editor, 'chatId', 'incident', GROUP);
		await panel.executeStep(editor);
		await panel.showsItems(editor, messageId, '1 item');
	});
});
