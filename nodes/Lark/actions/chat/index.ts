import type { Resource } from '../operation';
import { chatClearTopNotice } from './clearTopNotice.operation';
import { chatCreate } from './create.operation';
import { chatDelete } from './delete.operation';
import { chatGet } from './get.operation';
import { chatGetAll } from './getAll.operation';
import { chatGetAnnouncement } from './getAnnouncement.operation';
import { chatGetShareLink } from './getShareLink.operation';
import { chatGetSpeakingPermissions } from './getSpeakingPermissions.operation';
import { chatSearch } from './search.operation';
import { chatSetTopNotice } from './setTopNotice.operation';
import { chatUpdate } from './update.operation';
import { chatUpdateAnnouncement } from './updateAnnouncement.operation';
import { chatUpdateSpeakingPermissions } from './updateSpeakingPermissions.operation';

export const chatResource: Resource = {
	name: 'Chat',
	value: 'chat',
	operations: [
		chatGet,
		chatClearTopNotice,
		chatCreate,
		chatDelete,
		chatGetAll,
		chatGetAnnouncement,
		chatGetShareLink,
		chatGetSpeakingPermissions,
		chatSearch,
		chatSetTopNotice,
		chatUpdate,
		chatUpdateAnnouncement,
		chatUpdateSpeakingPermissions,
	],
};
