export type Brand = 'feishu' | 'lark';

/** An app of the developer console, with its bot. */
export interface App {
	appId: string;
	appSecret: string;
	name: string;
	brand: Brand;
	verificationToken: string;
	/** Empty: events are neither encrypted nor signed. */
	encryptKey: string;
	/** Where events are pushed; empty until it is subscribed. */
	requestUrl: string;
	/** Events go over a long connection instead. */
	longConnection: boolean;
	botOpenId: string;
	botUnionId: string;
	botEnabled: boolean;
	/** As in `bot/v3/info`: 2 is enabled in the tenant, everything else is not. */
	activateStatus: number;
	/** Disabled in the developer console: no tokens at all. */
	disabled: boolean;
	scopes: string[] | 'all';
	/** The types of the events and callbacks that the app has subscribed to. */
	events: string[] | 'all';
	/** Where the consent page may send a person back to (Security Settings > Redirect URLs). */
	redirectUrls: string[];
	/** Whether user_access_tokens can be refreshed (Security Settings). */
	refreshesUserTokens: boolean;
	/** The user_ids that the app is available to. */
	availability: string[] | 'all';
	/** What the developer console knows beside that. */
	console: AppConsole;
	/** What the client offers after a slash in the chat with the bot. */
	slashCommands: SlashCommand[];
}

/** A command that the client offers in the chat with a bot, under Lark's names. */
export interface SlashCommand {
	command_id: string;
	command: string;
	description: { default_value: string; i18n?: Record<string, string> };
	icon: { icon_key: string };
	/** Unix seconds. */
	create_time: string;
	update_time: string;
}

/** What takes effect only with a published version (application-v7, "patch application config"). */
export type VersionedSettings = Pick<
	App,
	| 'name'
	| 'botEnabled'
	| 'scopes'
	| 'events'
	| 'longConnection'
	| 'encryptKey'
	| 'verificationToken'
	| 'availability'
	| 'refreshesUserTokens'
> &
	Pick<AppConsole, 'callbacks' | 'contactsRange'>;

/** As Lark counts: 1 approved, 2 rejected, 3 under review. */
export type VersionStatus = 1 | 2 | 3;

export interface AppVersion {
	versionId: string;
	version: string;
	status: VersionStatus;
	remark: string;
	changelog: string;
	/** Milliseconds. */
	createTime: number;
	publishTime: number;
	/** What the version has: everything, also what it does not change. */
	settings: VersionedSettings;
}

/** Whose contacts the app may read. */
export interface ContactsRange {
	type: 'equal_to_availability' | 'some' | 'all';
	/** user_ids; of `some`. */
	users: string[];
	departments: string[];
}

/** How callbacks are delivered, when it is not the way of the events. */
export interface CallbackTarget {
	longConnection: boolean;
	requestUrl: string;
}

/** What the developer console knows of an app, beside what the app does. */
export interface AppConsole {
	/** Where the app was made; the API changes those of the developer console only. */
	source: 'developer_console' | 'base' | 'bot_builder';
	isStoreApp: boolean;
	/** user_ids of owner, administrators and developers. */
	developers: string[];
	/** Changes that no published version has yet. */
	draft: Partial<VersionedSettings>;
	/** Oldest first. */
	versions: AppVersion[];
	/** Whether an administrator has to approve a version. */
	needsApproval: boolean;
	/** Scopes that take effect without a version. */
	exemptScopes: string[];
	/** Caller IP allow list; empty allows all. */
	allowedIps: string[];
	callbacks?: CallbackTarget;
	contactsRange: ContactsRange;
	/** Whether the app reads its own events, callbacks and keys: fields that only the official SDK knows. */
	showsSettings: boolean;
}
