import { deleteFeedCards } from '../../../shared/lark/feedCards';
import { chunk } from '../../fields/chunk';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';
import { bizId, MAX_CARDS } from './card';

export const feedCardDelete: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a feed card',
	description:
		'Take a card out of the message lists of Lark users. If Lark refuses it for some of them, the output lists these.',
	endpoints: [deleteFeedCards],
	lanes: [bizId],
	properties: [bizId.property, usersProperty],

	async execute(item) {
		const biz_id = bizId.read(item);
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const failed_cards = [];
		for (const user_ids of chunk(ids, MAX_CARDS)) {
			const deleted = await item.lark.call(deleteFeedCards, {
				query: { user_id_type },
				body: { feed_cards: user_ids.map((user_id) => ({ biz_id, user_id })) },
			});
			failed_cards.push(...(deleted.failed_cards ?? []));
		}
		if (failed_cards.length === 0) return { deleted: true, biz_id };
		return { deleted: failed_cards.length < ids.length, biz_id, failed_cards };
	},
};
