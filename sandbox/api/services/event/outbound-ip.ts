import { handler, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';

/** Addresses that are nobody's (RFC 5737): the sandbox itself sends from 127.0.0.1. */
const ADDRESSES = ['203.0.113.10', '203.0.113.11', '203.0.113.12'];

/** event-subscription-guide/event-subscriptions/list.md */
const list = handler<{ query: PageQuery }>((call) => {
	const { items: ip_list, ...page } = paginate(call, ADDRESSES);
	return { ...page, ip_list };
});

export const outboundIpHandlers: HandlerTable = { 'event.v1.outbound_ip.list': list };
