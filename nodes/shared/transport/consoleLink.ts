/** The app in its developer console: the host is that of the brand, or of a private deployment. */
export interface ConsoleOf {
	appId: string;
	consoleUrl: string;
}

/** The pages of an app in the developer console, as their addresses name them. */
export type ConsolePage = 'baseinfo' | 'auth' | 'bot' | 'event' | 'safe' | 'version';

/** The address of a page of an app in the developer console. */
export const consoleLink = ({ consoleUrl, appId }: ConsoleOf, page: ConsolePage): string =>
	`${consoleUrl}/app/${encodeURIComponent(appId)}/${page}`;

/** A scope as it stands in an address: colons, which all of them have, stay readable. */
const inQuery = (scope: string) => encodeURIComponent(scope).replaceAll('%3A', ':');

/**
 * The address of the page on which scopes are added, with these chosen.
 *
 * @param token for whom: `tenant` the bot, `user` a person
 * @see api-call-guide, "Generic error codes": `helps` of 99991672
 */
export const scopeLink = (
	app: ConsoleOf,
	scopes: readonly string[],
	token: 'tenant' | 'user' = 'tenant',
): string =>
	`${consoleLink(app, 'auth')}?q=${scopes.map(inQuery).join(',')}&op_from=openapi&token_type=${token}`;
