import { InputError } from '../../../shared/inputError';
import { updateFeedCards } from '../../../shared/lark/feedCards';
import { readBoolean } from '../../../shared/values';
import { byDisplayName } from '../../fields/alphabetical';
import { chunk } from '../../fields/chunk';
import type { OperationItem } from '../../fields/item';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';
import { feedButtonsProperty, readFeedButtons } from './buttons';
import {
	cardAvatarProperty,
	bizId,
	cardParts,
	cardLinkProperty,
	MAX_CARDS,
	cardOnTopProperty,
	cardPreviewProperty,
	cardTitleProperty,
} from './card';
import { readStatusLabel, statusLabelProperty } from './statusLabel';

/** What changes, by Lark's number for the field (im-v2/app_feed_card/update, update_fields). */
function changesOf(item: OperationItem) {
	const given = item.collection('updateFields');
	const path = (name: string) => `updateFields.${name}`;
	return {
		...('feedTitle' in given && { 1: cardParts.title(item, path('feedTitle')) }),
		...('avatar_key' in given && { 2: cardParts.avatar(item, path('avatar_key')) }),
		...('feedPreview' in given && { 3: cardParts.preview(item, path('feedPreview')) }),
		...('status_label' in given && {
			10: { status_label: readStatusLabel(item, path('status_label')) },
		}),
		...('feedButtons' in given && { 11: { buttons: readFeedButtons(item, path('feedButtons')) } }),
		...('feedLink' in given && { 12: cardParts.link(item, path('feedLink')) }),
		...('time_sensitive' in given && {
			13: { time_sensitive: readBoolean('Pin on Top', given.time_sensitive) },
		}),
	};
}

type FieldNumber = '1' | '2' | '3' | '10' | '11' | '12' | '13';

export const feedCardUpdate: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a feed card',
	description:
		'Change a card in the message lists of Lark users. What is not given stays as it is. The output lists those whose card was not changed.',
	endpoints: [updateFeedCards],
	lanes: [bizId],
	properties: [
		bizId.property,
		usersProperty,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				cardAvatarProperty,
				feedButtonsProperty,
				cardLinkProperty,
				cardOnTopProperty,
				cardPreviewProperty,
				statusLabelProperty,
				cardTitleProperty,
			].sort(byDisplayName),
		},
	],

	async execute(item) {
		const biz_id = bizId.read(item);
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const changes = changesOf(item);
		const update_fields = Object.keys(changes) as FieldNumber[];
		if (update_fields.length === 0) {
			throw new InputError('There is nothing to update', 'Add at least one of the Update Fields.');
		}
		const app_feed_card = Object.assign({ biz_id }, ...Object.values(changes));
		const failed_cards = [];
		for (const user_ids of chunk(ids, MAX_CARDS)) {
			const updated = await item.lark.call(updateFeedCards, {
				query: { user_id_type },
				body: {
					feed_cards: user_ids.map((user_id) => ({ app_feed_card, user_id, update_fields })),
				},
			});
			failed_cards.push(...(updated.failed_cards ?? []));
		}
		return { biz_id, failed_cards };
	},
};
