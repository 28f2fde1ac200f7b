/** Signing in through an identity provider (OpenID Connect). Start reading at {@link org.yiti.identity.provider.ProviderDoor}. */
@NullMarked
package org.yiti.identity.provider;

import org.jspecify.annotations.NullMarked;
