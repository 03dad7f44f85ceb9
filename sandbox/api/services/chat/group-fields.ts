import { invalidParameter } from '../../checks';
import type { Call } from '../../handler';

const RESTRICTIONS = ['screenshot', 'download', 'message'].map(
	(what) => `${what}_has_permission_setting`,
);

/** The fields of a new or changed group that have rules; other settings are stored as they are. */
export interface GroupFields {
	name?: string;
	description?: string;
	avatar?: string;
	owner_id?: string;
	chat_tags?: string[];
	chat_type?: string;
	add_member_permission?: string;
	share_card_permission?: string;
	restricted_mode_setting?: Record<string, unknown>;
}

/**
 * The settings to store, which responses have. Of the avatar they have an address that the platform makes, of
 * `chat_tags` (known from the official SDK alone) nothing.
 */
export function shownSettings({ avatar: _avatar, chat_tags: _tags, ...settings }: GroupFields) {
	return settings;
}

/** @throws LarkError for a restricted_mode_setting without a restriction, or a restriction without the mode */
export function assertRestrictions({ endpoint, body }: Call<{ body: GroupFields }>): void {
	const { restricted_mode_setting: mode } = body;
	if (!mode) return;
	const isAny = RESTRICTIONS.some((setting) => mode[setting] === 'not_anyone');
	if (isAny !== (mode.status === true)) {
		throw invalidParameter(endpoint, 'restricted_mode_setting does not fit its status');
	}
}
