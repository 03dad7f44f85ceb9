import { LarkError } from '../../../contract/lark-error';
import { avatarUrl } from '../../../world/views';
import { handler, type HandlerTable } from '../../handler';

/** authen-v1/user_info/get.md: who the token stands for */
const get = handler(({ user, app }, { world }) => {
	if (!user) throw new LarkError(20005);
	return {
		name: user.name,
		en_name: user.name,
		avatar_url: avatarUrl(user.userId),
		open_id: world.userIdAs(user, app.appId, 'open_id'),
		union_id: user.unionId,
		user_id: user.userId,
		email: user.email,
		mobile: user.mobile,
		tenant_key: world.tenantKey,
	};
});

export const userInfoHandlers: HandlerTable = { 'authen.v1.user_info.get': get };
