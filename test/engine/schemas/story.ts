import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { PERSON_SCOPES } from '../../../nodes/shared/purpose/personScopes';
import type { User } from '../../../sandbox';
import { connected } from '../../support/consent';
import { mp4Bytes, PNG_BYTES } from '../../support/media';
import { judgeAll, pressOn, questionIn } from '../answers';
import { CredentialStore, itemWithFile } from '../harness';
import { byAddress, byId, type LarkNode } from '../lark-node';

/** What a person can allow beside that: fields of people and departments, which the schemas have. */
const FIELD_SCOPES = ['contact:user.employee_id:readonly', 'contact:department.organize:readonly'];

/** Everything that came out, by `resource/operation`. */
export type Outputs = Map<string, IDataObject[]>;

/**
 * Runs every operation of the node, except for requests of the user's own, one after the other in one sandbox.
 *
 * @throws the error of the first operation that fails
 */
export async function record(lark: LarkNode): Promise<Outputs> {
	const { world } = lark.sandbox;
	const [alice, bob] = world.users;
	const open = (user = alice) => lark.sandbox.openIdOf(user);
	const outputs: Outputs = new Map();

	const run = async (path: string, parameters: IDataObject = {}, item?: INodeExecutionData) => {
		const [resource, operation] = path.split('/');
		const { items, error } = await lark.run(
			{ resource, operation, ...parameters } as INodeParameters,
			item && { items: [item] },
		);
		if (error) throw new Error(`${path}: ${error.message}`, { cause: error });
		const records = items.map(({ json }) => json);
		outputs.set(path, [...(outputs.get(path) ?? []), ...records]);
		return records;
	};
	const idOf = async (path: string, parameters: IDataObject, field = 'message_id') =>
		String((await run(path, parameters))[0][field]);

	const chat_id = await idOf(
		'chat/create',
		{
			name: 'Launch',
			additionalFields: { members: `${open(alice)},${open(bob)}`, description: 'All of it' },
		},
		'chat_id',
	);
	const chatId = byId(chat_id);
	const receiver = byAddress(chat_id);
	const toAlice = byAddress(alice.email);

	const messageId = await idOf('message/send', { receiver, text: 'Hello' });
	await run('message/send', {
		receiver,
		text: 'All of you',
		mentions: { mention: [{ person: byAddress(open(alice)) }] },
	});
	const replyId = await idOf('message/reply', {
		messageId,
		text: 'In a thread',
		options: { reply_in_thread: true },
	});
	const { threadId } = world.message(replyId)!;
	const said = lark.sandbox.say({ from: alice, chat: chat_id, text: 'Hi', mentionBot: true });
	const more = lark.sandbox.say({ from: alice, chat: chat_id, text: 'And more' });
	await run('message/sendFromItem', { messages: { receiveId: chat_id, content: 'From the item' } });
	await run('message/edit', { messageId, text: 'Hello again' });
	await run('message/getReadUsers', { messageId });
	await run('message/sendUrgent', { messageId, users: `${open(alice)},${open(bob)}` });
	await run('message/forward', { messageId, receiver: toAlice });
	const merged = await idOf('message/mergeForward', {
		messageIds: [said, more].map((message) => message.messageId).join(),
		receiver,
	});
	await run('message/forwardThread', { threadId, receiver: toAlice });
	const asked = async (
		parameters: IDataObject,
		...presses: Array<[User, IDataObject, IDataObject?]>
	) => {
		const { run: waiting } = await lark.run({
			...{ resource: 'message', operation: 'sendAndWait', receiver, message: 'Deploy?' },
			...(parameters as INodeParameters),
		});
		const state = questionIn(waiting);
		const clicks = presses.map(([user, value, form]) => {
			const { name, unionId, userId } = user;
			const ids = { open_id: open(user), union_id: unionId, user_id: userId };
			return pressOn(state, { ...ids, name }, value, form);
		});
		const last = judgeAll(state, clicks).at(-1);
		if (last?.kind !== 'decided') throw new Error('message/sendAndWait: nothing was decided');
		const path = 'message/sendAndWait';
		outputs.set(path, [...(outputs.get(path) ?? []), last.output]);
	};
	const double = { values: { approvalType: 'double', declineReason: 'optional' } };
	await asked(
		{ approvalOptions: double, approvalsNeeded: 'several' },
		[alice, { answer: 'approve' }],
		[bob, { answer: 'decline' }, { reason: 'Too late' }],
	);
	const choices = { values: [{ option: 'Today' }, { option: 'Tomorrow' }] };
	await asked({ responseType: 'choice', choices }, [alice, { answer: 'choose', choice: '1' }]);
	await asked({ responseType: 'freeText' }, [bob, { answer: 'submit' }, { field_0: 'Go' }]);
	const card = { msgType: 'interactive', cardTitle: 'Approve?' };
	const cardId = await idOf('message/send', { receiver, ...card });
	await run('message/updateCard', { messageId: cardId, cardTitle: 'Approved' });
	const press = world.cards.press(world.message(cardId)!, alice.userId);
	await run('message/updateCardFromCallback', { cardToken: press.token, cardTitle: 'Done' });
	const entity = { cardId: await idOf('card/create', { streaming: true }, 'card_id') };
	const source = { msgType: 'interactive', cardSource: 'entity', ...entity };
	await run('message/send', { receiver, ...source });
	const body = { elementId: 'body' };
	await run('card/streamText', { ...entity, ...body, text: 'Hello' });
	await run('card/updateElement', { ...entity, ...body, elementProperties: { content: 'Ho' } });
	await run('card/addElement', { ...entity, element: 'divider', newElementId: 'line' });
	await run('card/deleteElement', { ...entity, elementId: 'line' });
	await run('card/batchUpdate', {
		...entity,
		changes: { change: [{ action: 'text', elementId: 'body', text: 'Hello again' }] },
	});
	await run('card/updateSettings', entity);
	await run('card/update', { ...entity, cardTitle: 'Done' });
	await run('card/getId', { messageId: cardId });
	const whisper = { chatId, viewer: open(alice), cardTitle: 'For you' };
	const ephemeral = await idOf('message/sendEphemeralCard', whisper);
	await run('message/deleteEphemeralCard', { messageId: ephemeral });
	const inPrivate = await idOf('message/send', { receiver: toAlice, text: 'More?' });
	await run('message/sendFollowUpBubbles', { messageId: inPrivate, bubbles: ['Yes'] });

	const image = await itemWithFile(PNG_BYTES, { fileName: 'a.png', mimeType: 'image/png' });
	const video = await itemWithFile(mp4Bytes(900), { fileName: 'a.mp4', mimeType: 'video/mp4' });
	const [{ image_key }] = await run('file/uploadImage', {}, image);
	const [{ file_key }] = await run('file/uploadFile', {}, video);
	await run('file/downloadImage', { imageKey: image_key });
	await run('file/downloadFile', { fileKey: file_key });
	const byKey = { msgType: 'media', source: 'key', fileKey: file_key, coverKey: image_key };
	const videoId = await idOf('message/send', { receiver, ...byKey });
	await run('file/downloadAttachment', { messageId: videoId, fileKey: file_key });
	for (const id of [messageId, replyId, said.messageId, merged, cardId, videoId]) {
		await run('message/get', { messageId: id });
	}
	await run('message/getAll', { chatId, returnAll: true, options: { with_sender_name: true } });
	await run('message/getAll', { container: 'thread', threadId });
	const bot = lark.store;
	const scopes = [...PERSON_SCOPES, ...FIELD_SCOPES].join(' ');
	lark.store = new CredentialStore({ larkOAuth2Api: await connected(lark, alice, scopes) });
	await run('message/getReadStatus', { messageIds: `${messageId}, om_0` });
	await run('message/search', { query: 'Hi' });
	await run('user/search', { name: alice.name });
	await run('department/search', { name: 'platform' });
	lark.store = bot;

	const reaction = await idOf('reaction/add', { messageId, emoji: byId('OK') }, 'reaction_id');
	await run('reaction/getAll', { messageId });
	await run('reaction/getForMessages', { messageIds: messageId });
	await run('reaction/remove', { messageId, removeBy: 'id', reactionId: reaction });
	await run('pin/add', { messageId });
	await run('pin/getAll', { chatId });
	await run('pin/remove', { messageId });

	await run('chat/create', { name: 'Hers', additionalFields: { owner: byId(open(alice)) } });
	await run('chat/get', { chatId });
	await run('chat/get', { chatId: byId(world.chats[0].chatId) });
	await run('chat/getAll', { returnAll: true });
	await run('chat/search', { query: 'Launch', returnAll: true });
	await run('chat/search', { query: 'Hers', returnAll: true });
	await run('chat/update', { chatId, updateFields: { description: 'Less of it' } });
	await run('chat/getShareLink', { chatId });
	await run('chat/getAnnouncement', { chatId });
	await run('chat/updateAnnouncement', { chatId, text: 'Soon' });
	world.chat(chat_id)!.announcement.kind = 'docx';
	await run('chat/getAnnouncement', { chatId });
	await run('chat/setTopNotice', { chatId, messageId });
	await run('chat/clearTopNotice', { chatId });
	const allow = { moderation_setting: 'moderator_list', additionalFields: { allow: open(alice) } };
	await run('chat/updateSpeakingPermissions', { chatId, ...allow });
	await run('chat/getSpeakingPermissions', { chatId });

	const users = `${open(alice)},ou_0`;
	const feed = { feedTitle: 'Approvals', feedLink: 'https://example.com/approvals' };
	const bizId = await idOf('feedCard/create', { users, ...feed }, 'biz_id');
	await run('feedCard/update', { users, bizId, updateFields: { feedTitle: 'None' } });
	await run('feedCard/updateChatButtons', { chatId, users });
	await run('feedCard/delete', { users: open(alice), bizId });
	await run('feedCard/pinOnTop', { users });

	lark.sandbox.pushEvent('url.preview.get');
	await run('urlPreview/update', { previewTokens: 'e28r7df2-xxxx-477d-a8d0-2e1eb99796c2' });
	const translated = { translations: { value: { zh_cn: '帮助' } } };
	const commandId = await idOf(
		'slashCommand/create',
		{ command: 'help', commandDescription: 'What the bot can do', options: translated },
		'command_id',
	);
	await run('slashCommand/update', { commandId, updateFields: { commandDescription: 'Help' } });
	await run('slashCommand/getAll');
	await run('slashCommand/delete', { commandId });
	await run('app/getOutboundIps');

	const menu = { menuName: 'Help', menuLink: 'https://example.com/help' };
	const list = { menuAction: 'submenu', subItems: { item: [menu] } };
	await run('chatMenu/add', { chatId, menuName: 'More', ...list });
	const menuId = await idOf(
		'chatMenu/add',
		{ chatId, ...menu, options: { icon_key: image_key } },
		'chat_menu_top_level_id',
	);
	await run('chatMenu/updateItem', {
		chatId,
		menuItemId: menuId,
		updateFields: { menuName: 'Support', icon_key: image_key },
	});
	await run('chatMenu/get', { chatId });
	await run('chatMenu/sort', { chatId, menuIds: menuId });
	await run('chatMenu/remove', { chatId, menuId });

	const tab = { tab_name: 'Roadmap', tabLink: 'https://example.com/roadmap' };
	const tabId = await idOf(
		'chatTab/add',
		{ chatId, ...tab, options: { icon_key: image_key, is_built_in: true } },
		'tab_id',
	);
	await run('chatTab/update', { chatId, tabId, updateFields: { tab_name: 'Plan' } });
	await run('chatTab/getAll', { chatId });
	await run('chatTab/sort', { chatId, tabIds: tabId });
	await run('chatTab/remove', { chatId, tabId });

	const members = `${world.users[2].userId}`;
	const others = { chatId, members: `${open(world.users[2])},${open(world.users[3])}` };
	await run('chatMember/add', others);
	await run('chatMember/getAll', { chatId });
	await run('chatMember/addManagers', { chatId, members });
	await run('chatMember/removeManagers', { chatId, members });
	await run('chatMember/remove', others);
	await run('chatMember/checkMembership', { chatId });
	const anywhere = world.addGroup({ name: 'Open to all', members: [alice.userId], bots: [] });
	anywhere.settings.chat_type = 'public';
	await run('chatMember/join', { chatId: byId(anywhere.chatId) });

	await run('user/get', { userId: open(alice) });
	await run('user/getAll', {});
	await run('user/getSeveral', { users: `${open(alice)},ou_0` });
	const { openDepartmentId } = world.departments.find('platform', 'department_id')!;
	const department = { departmentId: byId(openDepartmentId) };
	await run('department/get', department);
	await run('department/getSeveral', { departmentIds: `${openDepartmentId},od-0` });
	await run('department/getChildren', { returnAll: true });
	await run('department/getParents', department);
	await run('user/getNames', { users: open(alice) });
	await run('user/findByEmailOrPhone', { emails: alice.email, phones: alice.mobile });
	await run('bot/getInfo');
	await run('app/checkSetup');
	await run('app/setUp', { purpose: 'alerts' });

	const batch = { text: 'To all', users: `${open(alice)},${open(bob)}` };
	const batchMessageId = await idOf('batchMessage/send', batch);
	await run('batchMessage/getProgress', { batchMessageId });
	await run('batchMessage/getReadCount', { batchMessageId });
	await run('batchMessage/delete', { batchMessageId });

	const answered = async (token: string, ms: number) => {
		const answer_by = new Date(Date.now() + ms).toISOString();
		const parameters = { toastText: 'Approved', cardTitle: 'Approved by Alice' };
		await run('message/answerCard', parameters, { json: { token, answer_by } });
	};
	await answered(press.token, 60_000);
	await answered(press.token, -1_000);

	await run('message/delete', { messageId });
	await run('chat/delete', { chatId });
	return outputs;
}
