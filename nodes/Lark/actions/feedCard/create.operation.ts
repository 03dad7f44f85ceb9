import { createFeedCard } from '../../../shared/lark/feedCards';
import { chunk } from '../../fields/chunk';
import { switchOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';
import { feedButtonsProperty, readFeedButtons } from './buttons';
import {
	cardAvatarProperty,
	cardParts,
	cardLinkProperty,
	MAX_CARDS,
	cardOnTopProperty,
	cardPreviewProperty,
	cardTitleProperty,
} from './card';
import { readStatusLabel, statusLabelProperty } from './statusLabel';

const onTop = switchOption(cardOnTopProperty);

const silent = switchOption({
	displayName: 'Send Silently',
	name: 'close_notify',
	type: 'boolean',
	default: false,
	description: 'Whether the card comes without a notification',
});

export const feedCardCreate: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a feed card',
	description:
		'Put a card with a title and a link into the message lists of Lark users. The output has the biz_id of the card, and lists those who did not get it.',
	endpoints: [createFeedCard],
	lanes: [],
	properties: [
		usersProperty,
		{ ...cardTitleProperty, required: true },
		{ ...cardLinkProperty, required: true },
		optionsCollection([
			cardAvatarProperty,
			feedButtonsProperty,
			onTop.property,
			cardPreviewProperty,
			silent.property,
			statusLabelProperty,
		]),
	],

	async execute(item) {
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const given = (name: string) => item.string(`options.${name}`).trim() !== '';
		const close_notify = silent.read(item);
		const card = {
			...cardParts.title(item, 'feedTitle'),
			...cardParts.link(item, 'feedLink'),
			...(given('feedPreview') && cardParts.preview(item, 'options.feedPreview')),
			...(given('avatar_key') && cardParts.avatar(item, 'options.avatar_key')),
			...('feedButtons' in item.collection('options') && {
				buttons: readFeedButtons(item, 'options.feedButtons'),
			}),
			status_label: readStatusLabel(item, 'options.status_label'),
			time_sensitive: onTop.read(item),
			...(close_notify !== undefined && { notify: { close_notify } }),
		};
		let biz_id: string | undefined;
		const failed_cards = [];
		for (const user_ids of chunk(ids, MAX_CARDS)) {
			const created = await item.lark.call(createFeedCard, {
				query: { user_id_type },
				body: { app_feed_card: { ...card, biz_id }, user_ids },
			});
			biz_id = created.biz_id;
			failed_cards.push(...(created.failed_cards ?? []));
		}
		return { biz_id, failed_cards };
	},
};
