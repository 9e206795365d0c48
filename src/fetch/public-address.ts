import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one that the public Internet routes to a host: of IPv4 what no registry
 * has set aside, of IPv6 what is in 2000::/3 and not set aside either. An address that holds another
 * one (IPv4-mapped, NAT64, 6to4, Teredo) is not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL_UNICAST);
}

/** All that is given out of IPv6 (IANA, "IPv6 Global Unicast Address Assignments"). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
