package org.yiti.identity.passkey;

/**
 * What this house is to a browser. A passkey made for one name is of no use to another, which is why nobody can be lured
 * into using it elsewhere.
 *
 * @param id the name of the host
 * @param origin scheme, host and port of the pages that may ask
 */
public record RelyingParty(String id, String origin) {}
