import type { Words } from '../content/cardText';

const words = (en_us: string, zh_cn: string): Words => ({ en_us, zh_cn });

/** What a card calls itself when its author has given it no title. */
export const TITLES = {
	approval: words('Approval needed', '需要审批'),
	choice: words('Please choose', '请选择'),
	freeText: words('Please reply', '请回复'),
	customForm: words('Please fill in', '请填写'),
};

export const APPROVE = words('Approve', '同意');
export const DECLINE = words('Decline', '拒绝');
export const SUBMIT = words('Submit', '提交');
export const RESPOND = words('Respond', '去答复');
/** What stands above the fields of a page. */
export const REASON_LABEL = words('Reason', '理由');
export const CHOICE_LABEL = words('Choice', '选项');
export const RESPONSE_LABEL = words('Response', '答复');

/** What a page says. */
export const PAGE = {
	thanks: words('Got it, thanks', '已收到，谢谢'),
	close: words('This page can be closed now', '现在可以关闭此页面'),
	unknown: words('This link does not belong to the question', '此链接与该问题不符'),
};

export const CHOOSE = words('Choose', '请选择');

/** In the field for the reason. */
export const REASON_PLACEHOLDERS = {
	optional: words('Reason, if you decline (optional)', '拒绝理由（选填）'),
	required: words('Reason, if you decline', '如拒绝，请填写理由'),
};

export const ATTRIBUTION = words(
	'This message was sent automatically with [n8n](https://n8n.io)',
	'此消息由 [n8n](https://n8n.io) 自动发送',
);

export const APPROVED = words('Approved', '已同意');
export const DECLINED = words('Declined', '已拒绝');
export const ANSWERED = words('Answered', '已答复');
export const EXPIRED = words(
	'The time to answer is over. Nothing was decided.',
	'已超过答复时限，未作出决定。',
);

export const CLOSED = words('No answers are taken any more.', '已不再接受答复。');

/** How many of how many have approved. */
export const countWords = (count: number, needed: number): Words =>
	words(`${count} of ${needed} approvals`, `已有 ${count}/${needed} 人同意`);

export const STILL_MISSING = words('Not answered yet', '尚未答复');

/** A word in bold, with who and when. */
export const stamped = (icon: string, label: Words, rest: string): Words =>
	words(`${icon} **${label.en_us}** ${rest}`, `${icon} **${label.zh_cn}** ${rest}`);

/** What a toast says. */
export const TOASTS = {
	approved: words('You have approved', '你已同意'),
	declined: words('You have declined', '你已拒绝'),
	answered: words('Thank you, your answer has been recorded', '谢谢，已收到你的答复'),
	notAllowed: words(
		'You are not among the people who may answer this',
		'你不在可答复此消息的人员之列',
	),
	unknownPerson: words(
		'The app cannot tell who you are: it needs the scope contact:user.employee_id:readonly',
		'应用无法确认你的身份：需要权限 contact:user.employee_id:readonly',
	),
	nobody: words(
		'Lark has not told who you are, so your answer does not count',
		'飞书未告知你的身份，答复未被计入',
	),
	excluded: words('You cannot answer your own request', '你不能答复自己的请求'),
	alreadyApproved: words('You have approved already', '你已经同意过了'),
	alreadyDeclined: words('You have declined already', '你已经拒绝过了'),
	reasonMissing: words('Enter a reason first, then decline', '请先填写理由，再拒绝'),
	nothingChosen: words('Choose something first', '请先选择'),
	unreadable: words(
		'This card is out of date: the answer does not fit it',
		'此卡片已过期，无法识别该答复',
	),
	expired: words('The time to answer is over', '已超过答复时限'),
};

/** Who has decided, and how; the name as far as Lark tells it. */
export const alreadyDecided = (label: Words, name: string | undefined): Words =>
	words(
		`${label.en_us} already${name ? ` by ${name}` : ''}`,
		`${name ? `${name} ` : ''}${label.zh_cn}`,
	);

/** What is wrong with the answer to a field. */
export const PROBLEMS = {
	missing: (field: string) => words(`Fill in: ${field}`, `请填写：${field}`),
	number: (field: string) => words(`${field} must be a number`, `${field} 必须是数字`),
	email: (field: string) => words(`${field} must be an email address`, `${field} 必须是邮箱地址`),
	date: (field: string) => words(`${field} must be a date`, `${field} 必须是日期`),
	time: (field: string) => words(`${field} must be a time`, `${field} 必须是时间`),
	choice: (field: string) => words(`${field} has an unknown choice`, `${field} 的选项无效`),
	person: (field: string) => words(`${field} must be a person`, `${field} 必须是人员`),
	text: (field: string) => words(`${field} must be a text`, `${field} 必须是文本`),
};

/** What a toast says when an answer does not come to the node that waits for it. */
export const HANDOVER_TOASTS = {
	busy: words(
		'n8n is busy with another answer. If the card does not change, try again.',
		'n8n 正在处理其他答复。如果卡片没有变化，请重试。',
	),
	ended: words('This question is not open any more', '此问题已关闭'),
	expired: TOASTS.expired,
	failed: words(
		'n8n could not take your answer. Ask the owner of the workflow to look at the log of n8n.',
		'n8n 未能接收你的答复，请联系工作流负责人查看 n8n 日志。',
	),
	unreadable: words(
		'This question cannot be answered any more. Ask for it to be sent again.',
		'此问题已无法答复，请联系发送方重新发送。',
	),
	elsewhere: words(
		'This question comes from another n8n, which cannot be reached from here',
		'此问题来自另一个 n8n，无法从此处访问',
	),
};
