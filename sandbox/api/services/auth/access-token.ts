import { LarkError } from '../../../contract/lark-error';
import { openHandler, type HandlerTable, type OpenCall } from '../../handler';
import type { Platform } from '../../platform';

interface Credentials {
	body: { app_id: string; app_secret: string };
}

/** auth-v3: tenant_access_token_internal.md */
const tenantToken = openHandler<Credentials>((call, platform) => {
	const { token, expire } = issue(call, platform);
	return { tenant_access_token: token, expire };
});

/** auth-v3: app_access_token_internal.md. A custom app gets the same token under both names. */
const appToken = openHandler<Credentials>((call, platform) => {
	const { token, expire } = issue(call, platform);
	return { app_access_token: token, tenant_access_token: token, expire };
});

export const accessTokenHandlers: HandlerTable = {
	'auth.v3.tenant_access_token.internal': tenantToken,
	'auth.v3.app_access_token.internal': appToken,
};

function issue({ body }: OpenCall<Credentials>, { world, tokens }: Platform) {
	const app = world.app(body.app_id);
	if (!app) throw new LarkError(10003);
	if (app.brand !== world.brand) throw new LarkError(20046);
	if (app.appSecret !== body.app_secret) throw new LarkError(10015);
	if (app.disabled) throw new LarkError(10014);
	return tokens.tenant(app.appId);
}
