import { disbandChat } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';

export const chatDelete: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a chat',
	description:
		'Disband a Lark group chat for all its members. Its messages are lost. The bot must be the owner of the group, or have created it and have the scope im:chat:operate_as_owner.',
	endpoints: [disbandChat],
	lanes: [chat],
	properties: [chat.property],

	async execute(item) {
		const chat_id = chat.read(item);
		await item.lark.call(disbandChat, {
			path: { chat_id },
		});
		return { deleted: true, chat_id };
	},
};
