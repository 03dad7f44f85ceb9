import {
	draftSettings,
	namesIn,
	onlineVersion,
	versionUnderReview,
} from '../../../world/app-console';
import type { AppVersion, VersionedSettings } from '../../../world/app-types';
import type { App } from '../../../world/types';
import { avatarUrl } from '../../../world/views';
import type { World } from '../../../world/world';

const TOKEN_TYPES = ['tenant', 'user'];

const scopesView = (settings: VersionedSettings) =>
	namesIn(settings).scopes.map((scope) => ({
		scope,
		description: scope,
		level: 1,
		token_types: TOKEN_TYPES,
	}));

/** As Lark counts: 0 disabled, 1 enabled, 2 not enabled yet. */
function statusOf({ disabled, activateStatus }: App): number {
	if (disabled) return 0;
	return activateStatus === 2 ? 1 : 2;
}

const modeOf = (isLong: boolean) => (isLong ? 'websocket' : 'webhook');

/** The fields that only the official SDK knows. */
function settingsView(app: App) {
	const draft = draftSettings(app);
	const { events, callbacks } = namesIn(draft);
	const { longConnection, encryptKey, verificationToken } = draft;
	const target = draft.callbacks ?? { longConnection, requestUrl: app.requestUrl };
	const callback = {
		callback_type: modeOf(target.longConnection),
		request_url: target.requestUrl,
		subscribed_callbacks: callbacks,
	};
	return {
		event: {
			subscription_type: modeOf(longConnection),
			request_url: app.requestUrl,
			subscribed_events: events,
		},
		callback,
		callback_info: callback,
		encryption: { encryption_key: encryptKey, verification_token: verificationToken },
		security: { redirect_urls: app.redirectUrls, allowed_ips: app.console.allowedIps },
		allow_refresh_token: draft.refreshesUserTokens,
	};
}

/** An app as application-v6 describes it, with the settings that the console shows. */
export function applicationView(app: App) {
	const draft = draftSettings(app);
	const { source, isStoreApp, showsSettings } = app.console;
	return {
		app_id: app.appId,
		status: statusOf(app),
		scene_type: isStoreApp ? 1 : 0,
		payment_type: 0,
		...(source !== 'developer_console' && { create_source: source }),
		redirect_urls: app.redirectUrls,
		online_version_id: onlineVersion(app)?.versionId ?? '',
		unaudit_version_id: versionUnderReview(app)?.versionId ?? '',
		app_name: draft.name,
		avatar_url: avatarUrl(app.appId),
		description: '',
		scopes: scopesView(draft),
		primary_language: 'en_us',
		...(draft.botEnabled && { mobile_default_ability: 'bot', pc_default_ability: 'bot' }),
		...(showsSettings && settingsView(app)),
	};
}

/** A version as application-v6 describes it; times are in seconds. */
export function versionView(app: App, version: AppVersion, world: World, now: number) {
	const { settings, versionId, status, remark, changelog, createTime, publishTime } = version;
	const { events, callbacks } = namesIn(settings);
	const seconds = (time: number) => String(Math.floor((time || now) / 1000));
	const { availability } = settings;
	const people = availability === 'all' ? [] : availability;
	const users = world.users.filter(({ userId }) => people.includes(userId));
	return {
		app_id: app.appId,
		version: version.version,
		version_id: versionId,
		app_name: settings.name,
		avatar_url: avatarUrl(app.appId),
		scopes: scopesView(settings),
		events: [...events, ...callbacks],
		event_infos: events.map((type) => ({
			event_type: type,
			event_name: type,
			event_description: '',
		})),
		status,
		create_time: seconds(createTime),
		...(status === 1 && { publish_time: seconds(publishTime) }),
		ability: settings.botEnabled ? { bot: { card_request_url: '' } } : {},
		remark: {
			remark,
			update_remark: changelog,
			visibility: {
				is_all: availability === 'all',
				visible_list: { open_ids: users.map((user) => world.userIdAs(user, app.appId, 'open_id')) },
			},
		},
	};
}
