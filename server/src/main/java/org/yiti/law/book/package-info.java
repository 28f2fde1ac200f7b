/** Reading {@code rules/} strictly, and putting it where rules can use it. Start reading at {@link LawFolder}. */
@NullMarked
package org.yiti.law.book;

import org.jspecify.annotations.NullMarked;
