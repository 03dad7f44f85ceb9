import { LarkError } from '../../../contract/lark-error';
import { avatarUrl } from '../../../world/views';
import { handler, type HandlerTable } from '../../handler';
import { userView } from '../contact/user-view';

/** authen-v1/user_info/get.md: who the token stands for; IDs and addresses as far as the person has allowed. */
const get = handler((call, { world }) => {
	const { user, app } = call;
	if (!user) throw new LarkError(20005);
	const avatar = avatarUrl(user.userId);
	const { user_id, email, enterprise_email, mobile, employee_no } = userView(call, user, world);
	return {
		name: user.name,
		en_name: user.name,
		avatar_url: avatar,
		avatar_thumb: avatar,
		avatar_middle: avatar,
		avatar_big: avatar,
		open_id: world.userIdAs(user, app.appId, 'open_id'),
		union_id: user.unionId,
		...defined({ user_id, email, enterprise_email, mobile, employee_no }),
		tenant_key: world.tenantKey,
	};
});

const defined = (fields: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const userInfoHandlers: HandlerTable = { 'authen.v1.user_info.get': get };
