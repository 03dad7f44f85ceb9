/**
 * Who calls Lark: the app's bot (tenant_access_token), a person (user_access_token), or the custom bot
 * of a group, whose webhook takes no token.
 */
export type ActAs = 'bot' | 'user' | 'groupBot';

/** What an endpoint takes, by the tokens that its page of the documentation names. */
export const BOT: readonly ActAs[] = ['bot'];
export const USER: readonly ActAs[] = ['user'];
/** For what a person sees more of. */
export const USER_OR_BOT: readonly ActAs[] = ['user', 'bot'];

export const BOT_OR_USER: readonly ActAs[] = ['bot', 'user'];
export const GROUP_BOT: readonly ActAs[] = ['groupBot'];
export const NOBODY: readonly ActAs[] = [];
