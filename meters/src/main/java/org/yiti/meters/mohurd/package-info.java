/**
 * Collectors that speak as the ministry's guide of 2008 says (国家机关办公建筑和大型公共建筑能耗监测系统 分项能耗数据传输技术导则):
 * an isolated adapter for what is installed. MD5 over a shared key, an initialisation vector that is the key, and nothing
 * that shows altered bytes are what that guide has: keep it in a network of its own, give every collector its own key, and
 * use that key for nothing else.
 *
 * <p>Start reading at {@link org.yiti.meters.mohurd.CentreSession}.
 */
@NullMarked
package org.yiti.meters.mohurd;

import org.jspecify.annotations.NullMarked;
