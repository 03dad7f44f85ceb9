import type { Resource } from '../operation';
import { clearTopNotice } from './clearTopNotice.operation';
import { create } from './create.operation';
import { deleteChat } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getAnnouncement } from './getAnnouncement.operation';
import { getShareLink } from './getShareLink.operation';
import { getSpeakingPermissions } from './getSpeakingPermissions.operation';
import { search } from './search.operation';
import { setTopNotice } from './setTopNotice.operation';
import { update } from './update.operation';
import { updateAnnouncement } from './updateAnnouncement.operation';
import { updateSpeakingPermissions } from './updateSpeakingPermissions.operation';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	operations: [
		get,
		clearTopNotice,
		create,
		deleteChat,
		getAll,
		getAnnouncement,
		getShareLink,
		getSpeakingPermissions,
		search,
		setTopNotice,
		update,
		updateAnnouncement,
		updateSpeakingPermissions,
	],
};
