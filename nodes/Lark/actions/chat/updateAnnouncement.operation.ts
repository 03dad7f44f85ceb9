import { getDocAnnouncement, patchDocAnnouncement } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import { appendText, readEdits } from './announcementEdits';

export const chatUpdateAnnouncement: Operation = {
	name: 'Update Announcement',
	value: 'updateAnnouncement',
	action: 'Update the announcement of a chat',
	description:
		'Append text to the announcement of a Lark group chat, or edit it in the format of Lark documents. Works for announcements of the old kind (announcement_type doc).',
	endpoints: [patchDocAnnouncement, getDocAnnouncement],
	lanes: [chat],
	properties: [
		chat.property,
		{
			displayName: 'Update With',
			name: 'updateWith',
			type: 'options',
			options: [
				{ name: 'Text', value: 'text', description: 'Append paragraphs' },
				{ name: 'Edits (JSON)', value: 'edits', description: 'Change anything' },
			],
			default: 'text',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			displayOptions: { show: { updateWith: ['text'] } },
			default: '',
			required: true,
			placeholder: 'e.g. On call this week: Alice',
			description: 'What to append; every line becomes a paragraph',
		},
		{
			displayName: 'Edits',
			name: 'edits',
			type: 'json',
			displayOptions: { show: { updateWith: ['edits'] } },
			default: '[]',
			required: true,
			description: "A list of edit requests in the format of Lark's old documents",
		},
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const requests =
			item.string('updateWith') === 'edits'
				? readEdits(item.value('edits'))
				: appendText(item.string('text'));
		const path = { chat_id };
		const { revision = '' } = await item.lark.call(getDocAnnouncement, { path });
		await item.lark.call(patchDocAnnouncement, { path, body: { revision, requests } });
		return { chat_id, success: true };
	},
};
