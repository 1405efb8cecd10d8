internal import CGLPK

/// Every option of the two routines that solve. None is left to a default, none depends on time.
enum Options {
  /// The options of `glp_simplex`.
  static func simplex() -> glp_smcp {
    var options = glp_smcp()
    unsafe glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.meth = GLP_PRIMAL
    options.pricing = GLP_PT_PSE
    options.r_test = GLP_RT_HAR
    options.tol_bnd = Tolerance.relative
    options.tol_dj = Tolerance.relative
    options.tol_piv = 1e-9
    options.obj_ll = -Double.greatestFiniteMagnitude
    options.obj_ul = Double.greatestFiniteMagnitude
    options.it_lim = Int32.max
    options.tm_lim = Int32.max
    options.out_frq = Int32.max
    options.out_dly = 0
    options.presolve = GLP_OFF
    options.excl = GLP_ON
    options.shift = GLP_ON
    options.aorn = GLP_USE_NT
    return options
  }

  /// The options of `glp_intopt`.
  static func integer() -> glp_iocp {
    var options = unsafe glp_iocp()
    unsafe glp_init_iocp(&options)
    unsafe options.msg_lev = GLP_MSG_OFF
    unsafe options.br_tech = GLP_BR_DTH
    unsafe options.bt_tech = GLP_BT_BLB
    unsafe options.tol_int = Tolerance.whole
    unsafe options.tol_obj = Tolerance.relativeObjective
    unsafe options.tm_lim = Int32.max
    unsafe options.out_frq = Int32.max
    unsafe options.out_dly = Int32.max
    unsafe options.cb_func = nil
    unsafe options.cb_info = nil
    unsafe options.cb_size = 0
    unsafe options.pp_tech = GLP_PP_ALL
    unsafe options.mip_gap = 0
    unsafe options.mir_cuts = GLP_OFF
    unsafe options.gmi_cuts = GLP_OFF
    unsafe options.cov_cuts = GLP_OFF
    unsafe options.clq_cuts = GLP_OFF
    unsafe options.presolve = GLP_OFF
    unsafe options.binarize = GLP_OFF
    unsafe options.fp_heur = GLP_OFF
    unsafe options.ps_heur = GLP_OFF
    unsafe options.ps_tm_lim = Int32.max
    unsafe options.sr_heur = GLP_ON
    unsafe options.use_sol = GLP_OFF
    unsafe options.save_sol = nil
    unsafe options.alien = GLP_OFF
    unsafe options.flip = GLP_OFF
    return unsafe options
  }
}
