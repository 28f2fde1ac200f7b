export default {
  draw: '画电子围栏',
  clickMiddle: '在地图上点圆心。围栏画出以后，以前的轨迹也会重新对照。',
  clickCorners: '在地图上依次点各个顶点，至少三个。围栏画出以后，以前的轨迹也会重新对照。',
  name: '围栏名称',
  institution: '单位',
  kind: '围栏类型',
  kinds: { FORBIDDEN: '禁入区域', YARD: '停放区域', WATCHED: '关注区域', SCENIC: '景区', ENTERTAINMENT: '娱乐场所', HOTEL: '酒店', SCHOOL: '学校', RESIDENCE: '住宅区' },
  circle: '圆',
  outline: '多边形',
  radius: '半径（米）',
  undo: '去掉上一个顶点',
  coversBelow: '适用于辖区内全部车辆',
}
